package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.mapping.Unmapped;
import io.github.schemasplit.plan.Scenario;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.SnapshotBuilder;
import io.github.schemasplit.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** USAGE on a target schema that is there opens to its grantee whatever else is in it. */
class OpenedTargetRuleTest {
    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping = new MappingBuilder().source("main");

    @Test
    void whatIsInTheTargetWouldBeOpenedToWhoGetsUsageForWhatMovesThere() {
        clerkUsesWhatMovesTo("My Shop");
        database.grant(database.table("My Shop", "Secret \"Prices\""), "The \"Clerk\"=r");
        database.table("My Shop", "other");

        Finding finding = findings().only(FindingCode.ACCESS_WIDENS);

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.subject()).isEqualTo("role \"The \"\"Clerk\"\"\"");
        assertThat(finding.message())
                .isEqualTo(
                        "the plan grants it USAGE on schema \"My Shop\" for what moves there, and it may use 1 object"
                                + " that is there already (table \"My Shop\".\"Secret \"\"Prices\"\"\") but can not reach it now,"
                                + " so that the grant would give it access");
        assertThat(finding.remedy())
                .isEqualTo("run: REVOKE ALL ON TABLE \"My Shop\".\"Secret \"\"Prices\"\"\" FROM \"The \"\"Clerk\"\"\";"
                        + " or, if it is to have access, run first:"
                        + " GRANT USAGE ON SCHEMA \"My Shop\" TO \"The \"\"Clerk\"\"\";");
    }

    @Test
    void privilegesOnColumnsAndSequencesCount() {
        clerkUsesWhatMovesTo("shop");
        database.grantOnColumn(database.table("shop", "a"), "The \"Clerk\"=r");
        database.grant(database.relation(RelationKind.SEQUENCE, "shop", "s"), "The \"Clerk\"=U");
        assertThat(findings().only(FindingCode.ACCESS_WIDENS).message())
                .contains("2 objects that are there already (table shop.a, sequence shop.s)");
    }

    @Test
    void whatMovedThereEarlierIsOpenedToo() {
        clerkUsesWhatMovesTo("shop");
        database.grant(database.table("shop", "Order Items"), "The \"Clerk\"=r");
        mapping.tables("shop", "Order Items");
        assertThat(findings().only(FindingCode.ACCESS_WIDENS).message()).contains("(table shop.\"Order Items\")");
    }

    @Test
    void whatTheMappingNamesThereIsMeantToBeReached() {
        clerkUsesWhatMovesTo("shop");
        Relation root = database.relation(RelationKind.PARTITIONED_TABLE, "shop", "events");
        database.grant(database.partition("shop", "p1", root), "The \"Clerk\"=r");
        mapping.tables("shop", "events");
        assertThat(findings().only(FindingCode.ACCESS_WIDENS).severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void aChildWhoseParentIsNotThereYetMayAlwaysHaveBeenThere() {
        clerkUsesWhatMovesTo("shop");
        Relation root = database.relation(RelationKind.PARTITIONED_TABLE, "main", "events");
        database.grant(database.partition("shop", "p1", root), "The \"Clerk\"=r");
        mapping.tables("shop", "events");
        assertThat(findings().only(FindingCode.ACCESS_WIDENS).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void whatAGlobMatchesThereMayAlwaysHaveBeenThere() {
        clerkUsesWhatMovesTo("shop");
        database.grant(database.table("shop", "Order Items"), "The \"Clerk\"=r");
        mapping.tables("shop", "Order*");
        assertThat(findings().only(FindingCode.ACCESS_WIDENS).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void aRoutineOfTheNameOfOneThatMovesMayAlwaysHaveBeenThere() {
        clerkUsesWhatMovesTo("shop");
        database.routine("main", "do \"it\"", "integer", "");
        database.routine("shop", "do \"it\"", "integer, text", "");
        mapping.routines("shop", "do \"it\"");
        assertThat(findings().only(FindingCode.ACCESS_WIDENS)).satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.message()).contains("(routine shop.\"do \"\"it\"\"\"(integer, text))");
        });
    }

    @Test
    void aRoutineThatIsTheOnlyOneOfItsEntryIsMeantToBeReached() {
        clerkUsesWhatMovesTo("shop");
        database.routine("shop", "done", "integer", "");
        mapping.routines("shop", "done");
        assertThat(findings().only(FindingCode.ACCESS_WIDENS).severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void whatIsInTheSchemaThatTakesTheRestMayAlwaysHaveBeenThere() {
        clerkUsesWhatMovesTo("shop");
        database.grant(database.table("shop", "Order Items"), "The \"Clerk\"=r");
        mapping.unmapped(new Unmapped.MoveTo(Identifier.of("shop")));
        assertThat(findings().only(FindingCode.ACCESS_WIDENS).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void whatLeavesTheTargetIsNotOpenedThere() {
        clerkUsesWhatMovesTo("shop");
        database.schema("audit", "app=UC");
        database.grant(database.table("shop", "log"), "The \"Clerk\"=r");
        mapping.tables("audit", "log");
        assertThat(findings().subjects(FindingCode.ACCESS_WIDENS)).isEmpty();
    }

    @Test
    void whatIsInAnotherSchemaIsNotOpened() {
        clerkUsesWhatMovesTo("shop");
        database.schema("elsewhere", "app=UC");
        database.grant(database.table("elsewhere", "a"), "The \"Clerk\"=r");
        assertThat(findings().subjects(FindingCode.ACCESS_WIDENS)).isEmpty();
    }

    @Test
    void whoHasUsageAlreadyGainsNothing() {
        database.role("clerk");
        database.schema("main", "app=UC", "clerk=U");
        database.schema("shop", "app=UC", "clerk=U");
        database.grant(database.table("main", "moves"), "clerk=r");
        database.grant(database.table("shop", "a"), "clerk=r");
        mapping.tables("shop", "moves");
        assertThat(findings().subjects(FindingCode.ACCESS_WIDENS)).isEmpty();
    }

    @Test
    void whoGetsNoUsageGainsNothing() {
        clerkUsesWhatMovesTo("shop");
        database.role("other");
        database.grant(database.table("shop", "a"), "other=r");
        assertThat(findings().subjects(FindingCode.ACCESS_WIDENS)).isEmpty();
    }

    @Test
    void aMemberIsSaidWhereItsRoleGainsLess() {
        database.role("staff");
        database.role("member", "staff");
        database.role("other", "staff");
        database.schema("main", "app=UC", "staff=U");
        database.schema("shop", "app=UC");
        database.grant(database.table("main", "moves"), "staff=r");
        database.grant(database.table("shop", "a"), "staff=r");
        database.grant(database.table("shop", "b"), "member=r");
        mapping.tables("shop", "moves");
        assertThat(findings().subjects(FindingCode.ACCESS_WIDENS)).containsExactly("role member", "role staff");
    }

    @Test
    void routinesAndTypesAreOpenToEverybodyAndRowTypesAreNotCounted() {
        clerkUsesWhatMovesTo("shop");
        database.routine("shop", "f", "integer", "");
        database.type("shop", "Mood", 'e');
        database.relation(RelationKind.COMPOSITE_TYPE, "shop", "pair");
        database.table("shop", "closed");
        Finding finding = findings().only(FindingCode.ACCESS_WIDENS);
        assertThat(finding.message())
                .contains(
                        "3 objects that are there already (routine shop.f(integer), type shop.\"Mood\", type shop.pair)");
        assertThat(finding.remedy())
                .contains("REVOKE ALL ON ROUTINE shop.f(integer) FROM PUBLIC;")
                .contains("REVOKE ALL ON TYPE shop.\"Mood\" FROM PUBLIC;");
    }

    @Test
    void routinesThatRunAsTheirOwnerAreNamed() {
        clerkUsesWhatMovesTo("shop");
        database.routine("shop", "plain", "", "");
        database.definer("shop", "As \"Owner\"", "integer");
        assertThat(findings().only(FindingCode.ACCESS_WIDENS).message())
                .contains("; 1 SECURITY DEFINER routine among them (routine shop.\"As \"\"Owner\"\"\"(integer))"
                        + " acts with its owner's rights");
    }

    @Test
    void whereEverybodyGetsUsageThatIsSaidOnce() {
        database.role("clerk");
        database.role("other");
        database.schema("main", "app=UC", "=U");
        database.schema("shop", "app=UC");
        database.grant(database.table("main", "moves"), "=r");
        database.grant(database.table("shop", "open"), "=r");
        database.grant(database.table("shop", "own"), "clerk=r", "=r");
        database.grant(database.table("shop", "clerks"), "clerk=r");
        mapping.tables("shop", "moves");
        List<Finding> all = findings().all().stream()
                .filter(f -> f.code() == FindingCode.ACCESS_WIDENS)
                .toList();
        assertThat(all).extracting(Finding::subject).containsExactly("PUBLIC", "role clerk");
        assertThat(all.get(0).message()).contains("2 objects that are there already (table shop.open, table shop.own)");
        assertThat(all.get(0).remedy())
                .contains("REVOKE ALL ON TABLE shop.own FROM PUBLIC")
                .endsWith("GRANT USAGE ON SCHEMA shop TO PUBLIC;");
        assertThat(all.get(1).message()).contains("1 object that is there already (table shop.clerks)");
    }

    @Test
    void anOwnerCanOnlyBeKeptOutByWhatMoves() {
        database.role("boss");
        database.schema("main", "app=UC", "boss=U");
        database.schema("shop", "app=UC");
        database.grant(database.table("main", "moves"), "boss=r");
        database.owner("boss").table("shop", "a");
        mapping.tables("shop", "moves");
        assertThat(findings().only(FindingCode.ACCESS_WIDENS).remedy())
                .isEqualTo("take the privileges on what moves there from it, or send that to another schema;"
                        + " or, if it is to have access, run first: GRANT USAGE ON SCHEMA shop TO boss;");
    }

    @Test
    void tenThousandTablesAndAHundredRolesTakeSeconds() {
        IntStream.range(0, 100).forEach(i -> database.role("r" + i));
        database.schema("main", "app=UC", "=U");
        database.schema("shop", "app=UC");
        IntStream.range(0, 10_000).forEach(i -> {
            database.grant(database.table("main", "t" + i), "r" + i % 100 + "=r", "r" + i / 100 + "=r");
            database.grant(database.table("shop", "s" + i), "r" + i % 100 + "=r", "r" + i / 100 + "=r");
        });
        mapping.tables("shop", "t*");
        var assignment = Findings.assignment(database, mapping);
        long start = System.nanoTime();

        assertThat(new OpenedTargetRule().check(assignment)).hasSize(100);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @PostgresTest
    void theRemediesCureItOnAServer(TestDatabase server) {
        server.execute("""
                CREATE ROLE "opened %s ""Role""\";
                CREATE SCHEMA shop; CREATE TABLE shop."Order Items" (id int);
                GRANT SELECT (id) ON shop."Order Items" TO "opened %s ""Role""\";
                CREATE FUNCTION shop.f(text) RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';
                GRANT USAGE ON SCHEMA public TO "opened %s ""Role""\";
                CREATE TABLE moves (id int); GRANT SELECT ON moves TO "opened %s ""Role""\";
                """);
        try {
            Scenario scenario = new Scenario(server, "schemas: { shop: { tables: [moves] } }");
            Finding finding = onServer(scenario).only(FindingCode.ACCESS_WIDENS);
            assertThat(finding.subject()).isEqualTo("role \"opened %s \"\"Role\"\"\"");
            assertThat(finding.message()).contains("1 SECURITY DEFINER routine among them (routine shop.f(text))");
            String remedy = finding.remedy();
            server.execute(remedy.substring("run: ".length(), remedy.indexOf("; or")));
            assertThat(onServer(scenario).subjects(FindingCode.ACCESS_WIDENS)).isEmpty();
            server.execute("GRANT EXECUTE ON FUNCTION shop.f TO PUBLIC");
            assertThat(onServer(scenario).subjects(FindingCode.ACCESS_WIDENS)).hasSize(1);
            server.execute(remedy.substring(remedy.indexOf("GRANT USAGE")));
            assertThat(onServer(scenario).subjects(FindingCode.ACCESS_WIDENS)).isEmpty();
        } finally {
            server.execute("DROP OWNED BY \"opened %s \"\"Role\"\"\"; DROP ROLE \"opened %s \"\"Role\"\"\"");
        }
    }

    private void clerkUsesWhatMovesTo(String target) {
        database.role("The \"Clerk\"");
        database.schema("main", "app=UC", "The \"Clerk\"=U");
        database.schema(target, "app=UC");
        database.grant(database.table("main", "moves"), "The \"Clerk\"=r");
        mapping.tables(target, "moves");
    }

    private Findings findings() {
        return Findings.of(database, mapping);
    }

    private static Findings onServer(Scenario scenario) {
        MappingBuilder mapping = new MappingBuilder().tables("shop", "moves");
        return Findings.of(Assigner.assign(scenario.snapshot(), mapping.build()));
    }
}
