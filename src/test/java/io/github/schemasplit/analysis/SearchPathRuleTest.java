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
class SearchPathRuleTest {
    private static final String ROLES = """
            DO $$ BEGIN CREATE ROLE "path %s ""Role""\"; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
            CREATE TABLE "Order Items" (id int); CREATE TABLE b (id int);
            """;
    private final MappingBuilder mapping = new MappingBuilder()
            .tables("Web \"Shop\"", "Order Items")
            .tables("audit", "b")
            .tables("empty");

    @PostgresTest
    void whereNothingIsSetTheServersDefaultIsMeant(TestDatabase database) throws SQLException {
        database.execute(ROLES);
        Finding finding = findings(database).only(FindingCode.SEARCH_PATH_NEEDS_TARGETS);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.message()).startsWith("it sets no search_path");
        assertThat(statement(finding)).endsWith(" SET search_path = \"$user\", public, \"Web \"\"Shop\"\"\", audit;");
        database.execute(statement(finding));
        assertThat(findings(database).subjects(FindingCode.SEARCH_PATH_NEEDS_TARGETS))
                .isEmpty();
    }

    @PostgresTest
    void eachSettingThatHoldsTheSourceIsNamed(TestDatabase database) throws SQLException {
        database.execute(ROLES);
        String name = database.query("SELECT current_database()").get(0);
        database.execute("ALTER DATABASE " + name + " SET search_path = audit, \"public\", \"a, b\"");
        database.execute("ALTER ROLE \"path %s \"\"Role\"\"\" IN DATABASE " + name + " SET search_path TO Public");
        List<Finding> all = findings(database).all().stream()
                .filter(f -> f.code() == FindingCode.SEARCH_PATH_NEEDS_TARGETS)
                .toList();
        assertThat(all)
                .extracting(SearchPathRuleTest::statement)
                .containsExactly(
                        "ALTER DATABASE " + name + " SET search_path = audit, public, \"Web \"\"Shop\"\"\", \"a, b\";",
                        "ALTER ROLE \"path %s \"\"Role\"\"\" IN DATABASE " + name
                                + " SET search_path = public, \"Web \"\"Shop\"\"\", audit;");
        all.forEach(f -> database.execute(statement(f)));
        assertThat(findings(database).subjects(FindingCode.SEARCH_PATH_NEEDS_TARGETS))
                .isEmpty();
    }

    @PostgresTest
    void aSettingWithoutTheSourceIsNobodysBusiness(TestDatabase database) throws SQLException {
        database.execute(ROLES);
        String name = database.query("SELECT current_database()").get(0);
        database.execute("ALTER DATABASE " + name + " SET search_path = \"public \", \"x\"\"public\"");
        assertThat(findings(database).subjects(FindingCode.SEARCH_PATH_NEEDS_TARGETS))
                .isEmpty();
    }

    private static String statement(Finding finding) {
        return finding.remedy().substring(finding.remedy().indexOf("ALTER"));
    }

    private Findings findings(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Findings.of(Assigner.assign(new CatalogReader().readInOwnTransaction(connection), mapping.build()));
        }
    }
}
