package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.plan.Scenario;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;

/** A foreign table of postgres_fdw asks the other server for the schema it is in, unless its options name one. */
class ForeignTableRuleTest {
    private static final String MAPPING = "schemas: { 'The \"Shop\"': { tables: ['Order Items', named] } }";

    @PostgresTest
    void aForeignTableWithoutSchemaNameWouldAskForItsNewSchema(TestDatabase database) {
        database.execute(
                "CREATE EXTENSION postgres_fdw; CREATE SERVER \"far \"\"away\" FOREIGN DATA WRAPPER postgres_fdw;"
                        + "CREATE FOREIGN TABLE \"Order Items\" (id int) SERVER \"far \"\"away\""
                        + " OPTIONS (table_name 'x|ftoptions={schema_name=no');"
                        + "CREATE FOREIGN TABLE named (id int) SERVER \"far \"\"away\""
                        + " OPTIONS (table_name 'a,\"b\\|', schema_name 'or\"igin');"
                        + "CREATE FOREIGN TABLE stays (id int) SERVER \"far \"\"away\"");
        Scenario scenario = new Scenario(database, MAPPING);

        Finding finding = findings(scenario).only(FindingCode.FOREIGN_TABLE_NEEDS_SCHEMA_NAME);

        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.subject()).isEqualTo("foreign table public.\"Order Items\"");
        assertThat(finding.remedy()).contains("OPTIONS (ADD schema_name 'public');");
        database.execute(finding.remedy().substring(finding.remedy().indexOf("ALTER")));
        assertThat(findings(scenario).subjects(FindingCode.FOREIGN_TABLE_NEEDS_SCHEMA_NAME))
                .isEmpty();
    }

    private static Findings findings(Scenario scenario) {
        MappingBuilder mapping = new MappingBuilder().tables("The \"Shop\"", "Order Items", "named");
        return Findings.of(Assigner.assign(scenario.snapshot(), mapping.build()));
    }
}
