package io.github.schemasplit.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.CrossSchemaForeignKeys;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an analysis finds becomes a hazard, on snapshots by hand. {@link FoundHazardsTest} has what only a server can hold. */
class HazardsTest {
    private static final List<HazardId> OF_OLD_NAMES = List.of(
            HazardId.OLD_NAME_LOST,
            HazardId.COMPAT_VIEW_LIMIT,
            HazardId.COLUMN_ACL_WITH_ROW_SECURITY,
            HazardId.OLD_CONNECTIONS_KEEP_PATH,
            HazardId.DYNAMIC_SQL,
            HazardId.API_CLIENTS);

    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping = new MappingBuilder().tables("shop", "orders");
    private final Relation orders = database.table("orders");

    @Test
    void everyHazardComesFromAFindingOrFromOldNames() {
        assertThat(Stream.concat(
                        OF_OLD_NAMES.stream(),
                        Arrays.stream(FindingCode.values()).flatMap(c -> FindingHazards.of(c).stream())))
                .containsAll(List.of(HazardId.values()));
    }

    @Test
    void anOrdinaryMoveHasNothingSevereButItsOldNames() {
        assertThat(others()).isEmpty();
        assertThat(Found.of(database, mapping).severe()).containsExactly(HazardId.OLD_NAME_LOST);
    }

    @Test
    void subscribersOfWhatMovesHaveToFollow() {
        database.publication("My Pub", false, List.of(orders));
        assertThat(others()).containsExactly("SEVERE REPLICATION_SUBSCRIBER [publication \"My Pub\"]");
    }

    @Test
    void aPublicationOfTheSourceSchemaChanges() {
        database.publication("My Pub", false, List.of(), "public");
        assertThat(others())
                .containsExactly(
                        "SEVERE REPLICATION_SUBSCRIBER [publication \"My Pub\"]",
                        "NOTICE PUBLICATION_CHANGES [publication \"My Pub\"]");
    }

    @Test
    void aPublicationOfATargetSchemaGainsTables() {
        database.schema("shop");
        database.publication("My Pub", false, List.of(), "shop");
        assertThat(others()).containsExactly("SEVERE PUBLICATION_GAINS_TABLES [publication \"My Pub\"]");
    }

    @Test
    void routinesThatTheMappingLeavesAsTheyAreNoLongerFindWhatMoves() {
        database.routine("public", "My F", "", "BEGIN TABLE public.orders; END");
        assertThat(others()).containsExactly("SEVERE ROUTINE_NOT_MENDED [routine public.\"My F\"()]");
        mapping.routineBodies(RoutineBodies.REWRITE);
        assertThat(others()).isEmpty();
        mapping.routineBodies(RoutineBodies.REPORT).compatibility(Compatibility.VIEWS);
        assertThat(Found.of(database, mapping).summary())
                .contains("NOTICE ROUTINE_NOT_MENDED [routine public.\"My F\"()]");
    }

    @Test
    void whatStopsTheMigrationIsNoHazardOfIt() {
        database.routine("public", "f", "", "BEGIN TABLE public.orders; END");
        mapping.routineBodies(RoutineBodies.FAIL).crossSchemaForeignKeys(CrossSchemaForeignKeys.FAIL);
        database.foreignKey("k", orders, List.of(1), database.table("users"), List.of(1));
        mapping.tables("accounts", "users");
        assertThat(others()).isEmpty();
    }

    @Test
    void statementsThatARoutinePutsTogetherAreDynamic() {
        database.routine(
                "public", "d", "text", "BEGIN EXECUTE format('DELETE FROM public.%I', $1); END", "search_path=public");
        database.routine("public", "h", "", "BEGIN PERFORM run('DELETE FROM orders'); END");
        mapping.routineBodies(RoutineBodies.REWRITE);
        assertThat(others())
                .containsExactly(
                        "SEVERE DYNAMIC_SQL [routine public.d(text), routine public.h()]",
                        "NOTICE SEARCH_PATH_SETTING [routine public.d(text)]");
        mapping.compatibility(Compatibility.VIEWS);
        assertThat(Found.of(database, mapping).severe()).isEmpty();
    }

    @Test
    void whereAViewWouldNotHelpARoutineNeedsAPerson() {
        database.routine(
                "public",
                "mixed",
                "text",
                "BEGIN EXECUTE format('DELETE FROM public.%I', $1); IF x.nspname = 'public' THEN RETURN; END IF; END",
                "search_path=pg_catalog");
        mapping.routineBodies(RoutineBodies.REWRITE).compatibility(Compatibility.VIEWS);
        assertThat(Found.of(database, mapping).summary())
                .contains("SEVERE ROUTINE_NEEDS_PERSON [routine public.mixed(text)]");
    }

    @Test
    void argumentsOfTriggersStayAsTheyAre() {
        database.trigger("My T", database.table("log"), database.routine("public", "f", "", "BEGIN END"), "orders");
        assertThat(others()).containsExactly("SEVERE TRIGGER_ARGUMENT [trigger \"My T\" on table public.log]");
    }

    @Test
    void webhooksSendTheNewSchema() {
        database.trigger("hook", orders, database.routine("supabase_functions", "http_request", "", "BEGIN END"));
        assertThat(others()).containsExactly("SEVERE WEBHOOK_SCHEMA [trigger hook on table public.orders]");
    }

    @Test
    void settingsStayAsTheyAre() {
        database.add(Altered.settings(database.role("My Role"), "app.main_table=public.orders"));
        assertThat(others()).containsExactly("SEVERE SETTING_NOT_MENDED [role \"My Role\"]");
    }

    @Test
    void pathsWithoutTheTargetsAreWorthKnowing() {
        database.add(Altered.settings(database.role("My Role"), "search_path=public"));
        assertThat(others()).containsExactly("NOTICE SEARCH_PATH_SETTING [role \"My Role\"]");
    }

    @Test
    void foreignTablesAskForTheSchemaThatTheyAreIn() {
        database.relation(RelationKind.FOREIGN_TABLE, "public", "Far Away");
        mapping.tables("shop", "Far Away");
        assertThat(others()).containsExactly("SEVERE FOREIGN_SERVER [foreign table public.\"Far Away\"]");
    }

    @Test
    void foreignKeysBetweenSchemasAreANotice() {
        database.foreignKey("k", orders, List.of(1), database.table("users"), List.of(1));
        assertThat(others()).containsExactly("NOTICE CROSS_SCHEMA_FK [schema shop to schema public]");
        mapping.tables("My Accounts", "users");
        assertThat(others()).containsExactly("NOTICE CROSS_SCHEMA_FK [schema shop to schema \"My Accounts\"]");
    }

    @Test
    void ownersMayLackCreate() {
        database.superuser("root");
        database.role("owner");
        database.currentRole("root").schema("public", "app=UC", "=UC");
        database.owner("owner").table("items");
        mapping.tables("shop", "items");
        assertThat(others()).containsExactly("NOTICE OWNER_LACKS_CREATE [schema shop]");
    }

    @Test
    void defaultPrivilegesOfOthersAreNotCarried() {
        database.role("stranger");
        database.defaultAcl("stranger", "public", 'r', "app=r");
        assertThat(others())
                .containsExactly(
                        "NOTICE DEFAULT_PRIVILEGES_LOST [default privileges of role stranger in schema public]");
    }

    @Test
    void severeOnesComeFirst() {
        database.add(Altered.settings(database.role("web"), "search_path=public"));
        database.publication("pub", true, List.of());
        assertThat(Found.of(database, mapping).all())
                .extracting(Hazard::id)
                .containsExactly(HazardId.OLD_NAME_LOST, HazardId.REPLICATION_SUBSCRIBER, HazardId.SEARCH_PATH_SETTING);
    }

    /** But for the old name of the table that moves. */
    private List<String> others() {
        return Found.of(database, mapping).summary().stream()
                .filter(line -> !line.startsWith("SEVERE OLD_NAME_LOST"))
                .toList();
    }
}
