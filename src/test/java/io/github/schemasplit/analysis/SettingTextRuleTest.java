package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Settings as a server keeps them; the statements of the remedies are run. */
class SettingTextRuleTest {
    private static final String OBJECTS = """
            DO $$ BEGIN CREATE ROLE "api %s ""Role""\"; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
            CREATE TABLE "Order Items" (id int); CREATE TABLE stays (id int);
            CREATE FUNCTION check_request() RETURNS void LANGUAGE sql AS 'SELECT 1';
            CREATE FUNCTION stays() RETURNS void LANGUAGE sql AS 'SELECT 1';
            """;
    private final MappingBuilder mapping =
            new MappingBuilder().tables("It's a Shop", "Order Items").routines("It's a Shop", "check_request");

    @PostgresTest
    void settingsAreMendedByTheStatementsOfTheirFindings(TestDatabase database) throws SQLException {
        String name = database.name();
        database.execute(OBJECTS + "ALTER ROLE \"api %s \"\"Role\"\"\" IN DATABASE " + name
                + " SET pgrst.db_schemas = 'public, storage';"
                + "ALTER DATABASE " + name + " SET pgrst.db_pre_request = 'public.check_request';"
                + "ALTER FUNCTION stays() SET app.main_table = 'public.\"Order Items\"'");
        List<Finding> findings = settings(database);
        assertThat(findings)
                .extracting(f -> f.remedy().substring(f.remedy().indexOf(": ") + 2))
                .containsExactly(
                        "ALTER DATABASE " + name + " SET pgrst.db_pre_request = '\"It''s a Shop\".check_request';"
                                + " NOTIFY pgrst, 'reload config';",
                        "ALTER ROLE \"api %s \"\"Role\"\"\" IN DATABASE " + name
                                + " SET pgrst.db_schemas = 'public, storage, It''s a Shop'; NOTIFY pgrst, 'reload config';",
                        "ALTER ROUTINE public.stays() SET app.main_table = '\"It''s a Shop\".\"Order Items\"';");
        findings.forEach(f -> database.execute(f.remedy().substring(f.remedy().indexOf(": ") + 2)));
        assertThat(settings(database)).isEmpty();
    }

    @PostgresTest
    void settingsThatOnlyAPersonUnderstandsAreListed(TestDatabase database) throws SQLException {
        database.execute(OBJECTS + "ALTER DATABASE " + database.name() + " SET app.schema = 'public';"
                + "ALTER ROLE \"api %s \"\"Role\"\"\" IN DATABASE " + database.name()
                + " SET app.query = 'SELECT * FROM \"Order Items\"';"
                + "ALTER FUNCTION stays() SET app.main_table = 'public.stays';"
                + "ALTER FUNCTION stays() SET application_name = 'Order Items'");
        assertThat(settings(database))
                .extracting(f -> f.subject() + ": " + f.message())
                .containsExactly(
                        "database " + database.name()
                                + ": its setting app.schema names schema public, and does not follow the move",
                        "role \"api %s \"\"Role\"\"\": its setting app.query names table public.\"Order Items\","
                                + " and does not follow the move");
        assertThat(settings(database).get(0).remedy())
                .endsWith("ALTER DATABASE " + database.name() + " SET app.schema = …;");
    }

    private List<Finding> settings(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Findings.of(Assigner.assign(new CatalogReader().readInOwnTransaction(connection), mapping.build()))
                    .all()
                    .stream()
                    .filter(f -> f.code() == FindingCode.SETTING_NAMES_MOVED_OBJECT)
                    .toList();
        }
    }
}
