package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.plan.Scenario;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;

/** Foreign tables that come back to the database that they are in. */
class LoopbackTableRuleTest {
    private static final String MAPPING = "schemas: { \"It's a Shop\": { tables: ['Order Items', also] } }";

    @PostgresTest
    void aTableOfThisDatabaseIsMendedByTheStatementOfItsFinding(TestDatabase database) {
        server(database, "host 'localhost', port '" + database.server().port() + "', dbname '" + database.name() + "'");
        database.execute(
                "CREATE FOREIGN TABLE again (id int) SERVER back"
                        + " OPTIONS (schema_name 'public', table_name 'Order Items');"
                        + "CREATE FOREIGN TABLE also (id int) SERVER back"
                        + " OPTIONS (schema_name 'public', table_name 'Order Items');"
                        + "CREATE FOREIGN TABLE others (id int) SERVER back OPTIONS (schema_name 'public', table_name 'stays')");
        assertThat(database.query("SELECT id FROM again")).containsExactly("7");
        Scenario scenario = new Scenario(database, MAPPING);
        Findings findings = findings(scenario);
        assertThat(findings.subjects(FindingCode.FOREIGN_TABLE_POINTS_BACK))
                .containsExactly("foreign table public.again", "foreign table public.also");
        scenario.execute(scenario.plan());
        findings.all().stream()
                .filter(f -> f.code() == FindingCode.FOREIGN_TABLE_POINTS_BACK)
                .map(f -> f.remedy().substring(f.remedy().indexOf("ALTER")))
                .forEach(database::execute);
        assertThat(database.query("SELECT a.id, b.id FROM again a, \"It's a Shop\".also b"))
                .containsExactly("7|7");
    }

    @PostgresTest
    void aTableThatMayBeOfThisDatabaseIsListed(TestDatabase database) {
        server(database, "host 'db.example.com', dbname '" + database.name() + "'");
        database.execute(
                "CREATE FOREIGN TABLE \"public\".\"again\" (id int) SERVER back OPTIONS (table_name 'Order Items')");
        Finding finding = findings(new Scenario(database, MAPPING)).only(FindingCode.FOREIGN_TABLE_POINTS_BACK);
        assertThat(finding.message()).contains("may be this database");
        assertThat(finding.remedy())
                .isEqualTo("if that is this database, run right after the move: ALTER FOREIGN TABLE public.again"
                        + " OPTIONS (ADD schema_name 'It''s a Shop');");
    }

    @PostgresTest
    void aTableOfAnotherDatabaseIsNot(TestDatabase database) {
        server(database, "host 'localhost', dbname 'another'");
        database.execute("CREATE FOREIGN TABLE again (id int) SERVER back"
                + " OPTIONS (schema_name 'public', table_name 'Order Items')");
        assertThat(findings(new Scenario(database, MAPPING)).subjects(FindingCode.FOREIGN_TABLE_POINTS_BACK))
                .isEmpty();
    }

    private static void server(TestDatabase database, String options) {
        database.execute(
                "CREATE EXTENSION postgres_fdw; CREATE TABLE \"Order Items\" (id int); CREATE TABLE stays (id int);"
                        + "INSERT INTO \"Order Items\" VALUES (7);"
                        + "CREATE SERVER back FOREIGN DATA WRAPPER postgres_fdw OPTIONS (" + options + ");"
                        + "CREATE USER MAPPING FOR postgres SERVER back OPTIONS (user 'postgres')");
    }

    private static Findings findings(Scenario scenario) {
        MappingBuilder mapping = new MappingBuilder().tables("It's a Shop", "Order Items", "also");
        return Findings.of(Assigner.assign(scenario.snapshot(), mapping.build()));
    }
}
