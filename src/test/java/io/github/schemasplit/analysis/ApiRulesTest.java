package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.SupabaseConfig;
import io.github.schemasplit.mapping.SupabaseConfigReader;
import io.github.schemasplit.mapping.SupabaseFile;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiRulesTest {
    private static final String SHOP = "The \"Shop\"";

    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping =
            new MappingBuilder().tables(SHOP, "Order Items").tables("people", "customers");
    private final Relation items = database.table("Order Items");
    private final Relation customers = database.table("customers");
    private final List<Role> authenticators = new ArrayList<>();

    /** The role that the API connects as, with what is set for it in every database. */
    private void api(String... settings) {
        if (authenticators.isEmpty()) {
            database.role("client");
            authenticators.add(database.role("authenticator", "client"));
        }
        Role role = authenticators.get(0);
        database.add(new Role(
                role.oid(), role.name(), false, true, false, role.memberOf(), List.of(settings), List.of(), true));
    }

    private Findings findings() {
        return Findings.of(database, mapping);
    }

    private static SupabaseConfig config(String text) {
        SupabaseFile file = SupabaseConfigReader.read(text, "supabase/config.toml");
        assertThat(file.problems()).isEmpty();
        return file.config().orElseThrow();
    }

    @Test
    void anApiThatNoRoleTellsOfIsNotSet() {
        mapping.served(SHOP, "people");
        Finding finding = findings().only(FindingCode.API_NOT_RECOGNISED);
        assertThat(finding.message()).contains("2 target schemas (\"The \"\"Shop\"\"\", people)");
        assertThat(finding.origin()).isPresent();
        api("pgrst.db_schemas=public");
        assertThat(findings().subjects(FindingCode.API_NOT_RECOGNISED)).isEmpty();
    }

    @Test
    void whatIsServedAlreadyIsNotAssumed() {
        mapping.served(SHOP);
        api();
        assertThat(findings().only(FindingCode.API_SCHEMAS_ASSUMED).remedy())
                .contains("ALTER ROLE authenticator IN DATABASE shop SET pgrst.db_schemas TO 'public, The \"Shop\"';");
        mapping.supabase(config("[api]\nschemas = ['public', 'other', 'The \"Shop\"']"));
        assertThat(findings().subjects(FindingCode.API_SCHEMAS_ASSUMED)).isEmpty();
    }

    @Test
    void rolesOfRequestsThatCanNotReachWhatIsServedAreNamed() {
        database.schema("public", "client=U");
        database.grant(customers, "client=r");
        mapping.served(SHOP, "people");
        api("pgrst.db_schemas=public");
        Finding finding = findings().only(FindingCode.API_ROLE_LACKS_USAGE);
        assertThat(finding.subject()).isEqualTo("schema \"The \"\"Shop\"\"\"");
        assertThat(finding.remedy()).endsWith("GRANT USAGE ON SCHEMA \"The \"\"Shop\"\"\" TO client;");
        mapping.access(
                SHOP,
                MappingParser.parse(MappingSources.of(YamlMappingReader.read(
                                "schemas: { s: { tables: [t], access: { usage: [client] } } }", "m.yml")))
                        .mapping()
                        .orElseThrow()
                        .targets()
                        .get(0)
                        .access()
                        .orElseThrow()
                        .value());
        assertThat(findings().subjects(FindingCode.API_ROLE_LACKS_USAGE)).isEmpty();
    }

    @Test
    void theLineOfAConfigurationThatDiffersIsWritten() {
        mapping.served(SHOP, "people").supabase(config("""
                project_id = "x"
                [api]
                enabled = true
                schemas = [
                  "public", # as ever
                  "private",
                ]
                extra_search_path = ["public", "extensions"]
                [db]
                schemas = ["other"]
                """));
        api("pgrst.db_schemas=public,graphql_public", "pgrst.db_extra_search_path=public, tools");
        assertThat(findings().all())
                .filteredOn(f -> f.code() == FindingCode.API_CONFIG_DIFFERS)
                .extracting(f -> f.message() + " → " + f.remedy())
                .containsExactlyInAnyOrder(
                        "its schemas = [\"public\", \"private\"] is not what holds by pgrst.db_schemas of role authenticator"
                                + " once the plan is carried out: it lacks The \"Shop\", people, and it has private"
                                + " → write there, under [api]: schemas = [\"public\", \"graphql_public\", \"The \\\"Shop\\\"\", \"people\"]",
                        "its extra_search_path = [\"public\", \"extensions\"] is not what holds by pgrst.db_extra_search_path of role"
                                + " authenticator once the plan is carried out: it lacks tools, and it has extensions"
                                + " → write there, under [api]: extra_search_path = [\"public\", \"tools\"]");
        mapping.supabase(config("[api]\nschemas = [\"people\", 'The \"Shop\"']\nextra_search_path = [\"tools\"]"));
        assertThat(findings().subjects(FindingCode.API_CONFIG_DIFFERS)).isEmpty();
    }

    @Test
    void aConfigurationThatIsNoneIsAProblem() {
        assertThat(SupabaseConfigReader.read("[api]\nschemas = \"public\"", "c.toml")
                        .problems())
                .extracting(Object::toString)
                .containsExactly("c.toml api.schemas: schemas wants a list of names, such as [\"public\"]");
        assertThat(SupabaseConfigReader.read("[api]\nschemas = [", "c.toml").problems())
                .singleElement()
                .asString()
                .startsWith("c.toml:2:")
                .contains("this is not TOML: ");
    }

    @Test
    void embeddingEndsAlongForeignKeysThatComeToCrossSchemas() {
        database.foreignKey("Bought by", items, List.of(1), customers, List.of(1));
        database.foreignKey("itself", items, List.of(2), items, List.of(1));
        assertThat(findings().subjects(FindingCode.API_EMBEDDING_ENDS)).isEmpty();
        api("pgrst.db_schemas=public");
        assertThat(findings().only(FindingCode.API_EMBEDDING_ENDS).message())
                .endsWith(
                        "1 foreign key will run between two: public.\"Order Items\" → public.customers by \"Bought by\"");
        api("pgrst.db_schemas=api");
        assertThat(findings().subjects(FindingCode.API_EMBEDDING_ENDS)).isEmpty();
    }

    @Test
    void aComputedFieldIsLostWhereItStaysOutOfReachAndUnderViews() {
        computed("full name", items);
        database.routine("public", "plain", "integer", "BEGIN END");
        api("pgrst.db_schemas=public, The \"Shop\"", "pgrst.db_extra_search_path=extensions");
        assertThat(findings().only(FindingCode.API_COMPUTED_FIELD_LOST).message())
                .startsWith("an API takes it for a field of table public.\"Order Items\"")
                .endsWith("in schema \"The \"\"Shop\"\"\"");
        mapping.routines(SHOP, "full name");
        assertThat(findings().subjects(FindingCode.API_COMPUTED_FIELD_LOST)).isEmpty();
        mapping.compatibility(Compatibility.VIEWS);
        assertThat(findings().only(FindingCode.API_COMPUTED_FIELD_LOST).message())
                .contains("under its old name, where a view");
    }

    @Test
    void aComputedFieldInTheExtraSearchPathIsFound() {
        computed("full name", items);
        api("pgrst.db_schemas=public, The \"Shop\"");
        assertThat(findings().subjects(FindingCode.API_COMPUTED_FIELD_LOST)).isEmpty();
    }

    @Test
    void aComputedRelationshipStaysWithItsTableAndItsRowsAreServed() {
        computed("bought by", items, row(customers));
        api("pgrst.db_schemas=public, The \"Shop\"");
        assertThat(findings().only(FindingCode.API_COMPUTED_FIELD_LOST).message())
                .startsWith("an API takes it for a relationship of table public.\"Order Items\"")
                .endsWith("in schema \"The \"\"Shop\"\"\", where it has to be");
        mapping.routines(SHOP, "bought by");
        Finding finding = findings().only(FindingCode.API_COMPUTED_FIELD_LOST);
        assertThat(finding.message()).endsWith("since it does not serve schema people, to which the rows go");
        assertThat(finding.remedy()).contains("api: served").contains("people");
        api("pgrst.db_schemas=public, The \"Shop\", people");
        assertThat(findings().subjects(FindingCode.API_COMPUTED_FIELD_LOST)).isEmpty();
        api("pgrst.db_schemas=api");
        assertThat(findings().subjects(FindingCode.API_COMPUTED_FIELD_LOST)).isEmpty();
    }

    private void computed(String name, Relation table) {
        computed(name, table, 0);
    }

    private long row(Relation table) {
        return database.build().all(Type.class).stream()
                .filter(type -> type.relation() == table.oid())
                .findFirst()
                .orElseThrow()
                .oid();
    }

    /** A function of a row of a table. */
    private void computed(String name, Relation table, long returned) {
        Routine routine = database.routine("public", name, "row", "BEGIN END");
        database.add(new Routine(
                routine.oid(),
                routine.name(),
                table.name().sql(),
                List.of(row(table)),
                returned,
                'f',
                routine.language(),
                routine.owner(),
                Optional.empty(),
                false,
                List.of(),
                "BEGIN END",
                routine.definition(),
                routine.obstacle(),
                ""));
    }

    @Test
    void clientsOfRealtimeAreToldWhatToListenTo() {
        database.publication("supabase_realtime", false, List.of(items));
        Finding finding = findings().only(FindingCode.SUBSCRIBERS_MUST_FOLLOW);
        assertThat(finding.message()).contains("goes on publishing 1 moving table (public.\"Order Items\"): a client");
        assertThat(finding.remedy()).contains("schema: 'The \"Shop\"', table: 'Order Items'");
    }
}
