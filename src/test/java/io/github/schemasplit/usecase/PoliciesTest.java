package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.analysis.Analysis;
import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.jdbc.StatementTimeout;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.Planner;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.PlanRunner;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import io.github.schemasplit.verify.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Policies and row security are made what the mapping says, and come back as they were. */
class PoliciesTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/policies");

    private static final String STATE = """
            SELECT concat_ws(' ', c.relname, c.relrowsecurity, c.relforcerowsecurity, p.polname, p.polcmd, p.polpermissive,
                       p.polroles, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid),
                       obj_description(p.oid, 'pg_policy'))
              FROM pg_class AS c
              LEFT JOIN pg_policy AS p ON p.polrelid = c.oid
             WHERE c.relname IN ('orders', 'Order "Items"', 'plain', 'profiles')
             ORDER BY 1
            """;

    private static final String EXPRESSIONS =
            "SELECT polname, pg_get_expr(polqual, polrelid) FROM pg_policy ORDER BY 1";

    @PostgresTest
    void areAlteredWhereTheyAreAndComeBackAsTheyWere(TestDatabase database) throws Exception {
        database.execute(Files.readString(FOLDER.resolve("before.sql")));
        Mapping mapping = mapping(Files.readString(FOLDER.resolve("mapping.yml")));
        List<String> before = database.query(STATE);

        Plan plan = plan(database, mapping);
        compare(FOLDER.resolve("plan.sql"), plan);
        compare(FOLDER.resolve("rollback.sql"), plan.inverse());
        assertThat(plan.inverse().inverse()).isEqualTo(plan);
        execute(database, plan);
        assertThat(plan(database, mapping).operations()).isEmpty();
        assertThat(database.query("SELECT count(*) FROM pg_policy WHERE polname = 'own tenant' AND NOT polpermissive"))
                .containsExactly("1");

        execute(database, plan.inverse());
        assertThat(database.query(STATE)).isEqualTo(before);
        assertThat(plan(database, mapping)).isEqualTo(plan);
    }

    @PostgresTest
    void areReadByTheServerBeforeAnythingIsApplied(TestDatabase database) throws Exception {
        database.execute("""
                CREATE TABLE orders (id int, status varchar(9));
                CREATE TABLE profiles (id int);
                CREATE POLICY stays ON orders USING (id = 1);
                CREATE POLICY listed ON orders USING (status IN ('a', 'b'));
                """);
        String mapping = """
                schemas:
                  shop:
                    tables: [orders, profiles]
                    policies:
                      - { table: orders, name: no column, using: idd = 1 }
                      - { table: orders, name: no boolean, for: insert, check: id + 1 }
                      - { table: orders, name: two, using: "true) WITH CHECK (false" }
                      - { table: orders, name: more, using: "true); DROP TABLE orders; SELECT (true" }
                      - { table: orders, name: open, using: "status = 'x" }
                      - { table: orders, name: bare, using: exists (select from profiles) }
                      - { table: orders, name: itself, using: exists (select from orders as o) }
                      - { table: orders, name: old, using: exists (select from public.profiles) }
                      - { table: orders, name: stays, to: [nobody here], using: id = 1 }
                      - { table: ordrs, name: p, using: "true" }
                      - { column: tenant, name: t, using: "true" }
                      - { table: orders, name: never was, drop: true }
                      - { table: orders, name: listed, drop: true }
                    rowSecurity: { force: ["x*"] }
                compatibility: none
                """;
        List<String> before = database.query(STATE);

        assertThat(findings(database, mapping, "postgres"))
                .containsExactly(
                        "ERROR POLICY_TABLE_NOT_MAPPED policy p on table ordrs: did you mean orders?",
                        "ERROR POLICY_TABLE_NOT_MAPPED policy t on tables with column tenant: correct the name of the column",
                        "ERROR POLICY_TABLE_NOT_MAPPED row security of 'x*': name the table under schema shop",
                        "ERROR POLICY_ROLE_NOT_FOUND policy stays on table shop.orders: CREATE ROLE \"nobody here\"",
                        "ERROR POLICY_EXPRESSION_INVALID policy \"no boolean\" on table shop.orders: argument of POLICY must be type"
                                + " boolean, not type integer",
                        "ERROR POLICY_EXPRESSION_INVALID policy \"no column\" on table shop.orders: column \"idd\" does not exist",
                        "ERROR POLICY_EXPRESSION_INVALID policy bare on table shop.orders: relation \"profiles\" does not exist",
                        "ERROR POLICY_EXPRESSION_INVALID policy itself on table shop.orders: relation orders is named without a"
                                + " schema, and no search_path finds it; write shop.orders",
                        "ERROR POLICY_EXPRESSION_INVALID policy more on table shop.orders: it is not one expression",
                        "ERROR POLICY_EXPRESSION_INVALID policy old on table shop.orders: public.profiles goes to schema shop;"
                                + " write shop.profiles",
                        "ERROR POLICY_EXPRESSION_INVALID policy open on table shop.orders: it is not one expression",
                        "ERROR POLICY_EXPRESSION_INVALID policy two on table shop.orders: it is not one expression",
                        "WARNING POLICY_WITHOUT_ROW_SECURITY policy \"no column\" on table shop.orders: write rowSecurity",
                        "INFO POLICY_NOT_THERE policy \"never was\" on table shop.orders: nothing",
                        "INFO POLICY_NOT_PUT_BACK policy listed on table shop.orders: nothing");
        assertThat(database.query(STATE)).isEqualTo(before);
    }

    @PostgresTest
    void ofOthersTablesAreLeftToTheirOwnersAndThoseNotReadAreSaid(TestDatabase database) throws Exception {
        database.execute("""
                CREATE SCHEMA shop;
                CREATE TABLE shop.orders (id int);
                CREATE TABLE shop.owned (id int);
                ALTER TABLE shop.owned OWNER TO pg_monitor;
                CREATE POLICY there ON shop.owned USING (id = 1);
                CREATE POLICY there ON shop.orders USING (id = 1);
                """);
        database.execute("REVOKE TEMPORARY ON DATABASE " + database.name() + " FROM PUBLIC");
        String mapping = """
                schemas:
                  shop:
                    tables: [orders, owned]
                    policies:
                      - { table: orders, name: fresh, for: select, using: id = 2 }
                      - { table: orders, name: there, using: id = 2 }
                      - { table: owned, name: fresh, using: id = 2 }
                      - { table: owned, name: there, using: id = 2 }
                    rowSecurity: { enable: all, force: [orders] }
                compatibility: none
                """;
        String denied = "permission denied to create temporary tables in database \"" + database.name() + "\"";

        assertThat(findings(database, mapping, "pg_monitor"))
                .contains(
                        "WARNING POLICY_NOT_CHECKED policy fresh on table shop.owned: whether the server accepts it could not be"
                                + " checked: " + denied,
                        "WARNING POLICY_NOT_CHECKED policy there on table shop.owned: whether the server accepts it could not be"
                                + " checked: " + denied + "; a policy of that name is there, and is left as it is",
                        "WARNING POLICY_NOT_OWNED policy fresh on table shop.orders: let role postgres run, after the move:"
                                + " CREATE POLICY fresh ON shop.orders FOR SELECT USING (id = 2);",
                        "WARNING POLICY_NOT_OWNED row security of table shop.orders: let role postgres run, after the move:"
                                + " ALTER TABLE shop.orders ENABLE ROW LEVEL SECURITY;"
                                + " ALTER TABLE shop.orders FORCE ROW LEVEL SECURITY;");
        try (Connection connection = as(database, "pg_monitor")) {
            assertThat(Planner.policies(assign(connection, database, mapping(mapping))))
                    .extracting(o -> o.statement().sql())
                    .containsExactly(
                            "CREATE POLICY fresh ON shop.owned USING (id = 2)",
                            "ALTER TABLE shop.owned ENABLE ROW LEVEL SECURITY");
            assertThat(Verifier.verify(
                            assign(connection, database, mapping(mapping)),
                            Optional.empty(),
                            List.of(),
                            Identifier.of("schemasplit"),
                            Expectation.MIGRATED))
                    .extracting(f -> f.code() + " " + f.subject() + ": " + f.message())
                    .containsExactly(
                            "POLICY_DIFFERS policy fresh on table shop.owned: The mapping says otherwise: CREATE POLICY fresh ON"
                                    + " shop.owned USING (id = 2).",
                            "POLICY_DIFFERS table shop.owned: The mapping says otherwise: ALTER TABLE shop.owned ENABLE ROW LEVEL"
                                    + " SECURITY.");
        }
    }

    @PostgresTest
    void nameWhatMovesWithThemAndTakeWholeRows(TestDatabase database) throws Exception {
        database.execute("""
                CREATE TABLE "My Items" (id int, who name);
                CREATE FUNCTION is_open("My Items") RETURNS bool LANGUAGE sql AS 'SELECT true';
                CREATE OPERATOR === (LEFTARG = name, RIGHTARG = name, FUNCTION = nameeq);
                CREATE COLLATION "Natural" (LOCALE = 'C');
                CREATE POLICY there ON "My Items" USING (who OPERATOR(public.===) 'a' AND who < ('b' COLLATE public."Natural"));
                CREATE POLICY whole ON "My Items" USING (public.is_open("My Items"));
                """);
        String mapping = """
                schemas:
                  shop:
                    tables: [My Items]
                    routines: [is_open]
                    operators: [===]
                    collations: [Natural]
                    policies:
                      - { table: My Items, name: there, using: "who OPERATOR(shop.===) 'a' AND who < ('c' COLLATE shop.\\"Natural\\")" }
                      - { table: My Items, name: old, using: who OPERATOR(public.===) 'a' }
                      - { table: My Items, name: fresh, using: shop.is_open("My Items") }
                      - { table: My Items, name: whole, using: shop.is_open("My Items".*) AND id > 0 }
                      - { table: My Items, name: wrong, using: shop.is_closed("My Items".id) }
                    rowSecurity: { enable: all }
                compatibility: none
                """;
        String wholeRow =
                ": whether the server accepts it could not be checked: 'using' takes the table's row as a whole, of which"
                        + " the server can only be asked when it makes the policy (function public.is_open(";
        assertThat(findings(database, mapping, "postgres"))
                .hasSize(4)
                .contains(
                        "ERROR POLICY_EXPRESSION_INVALID policy old on table shop.\"My Items\": public.=== goes to schema shop;"
                                + " write shop.===",
                        "ERROR POLICY_EXPRESSION_INVALID policy wrong on table shop.\"My Items\": schema \"shop\" does not exist")
                .anyMatch(f ->
                        f.startsWith("WARNING POLICY_NOT_CHECKED policy fresh on table shop.\"My Items\"" + wholeRow))
                .anyMatch(f ->
                        f.startsWith("WARNING POLICY_NOT_CHECKED policy whole on table shop.\"My Items\"" + wholeRow)
                                && f.endsWith("; a policy of that name is there, and is left as it is"));
        Mapping right = mapping(mapping.lines()
                .filter(line -> !line.matches(".*(old|wrong),.*"))
                .collect(Collectors.joining("\n")));
        List<String> before = database.query(EXPRESSIONS);
        Plan plan = plan(database, right);
        execute(database, plan);
        assertThat(database.query(EXPRESSIONS))
                .containsExactly(
                        "fresh|shop.is_open(\"My Items\".*)",
                        "there|((who OPERATOR(shop.===) 'a'::name) AND (who < ('c'::name COLLATE shop.\"Natural\")))",
                        "whole|shop.is_open(\"My Items\".*)");
        assertThat(plan(database, right).operations()).isEmpty();
        execute(database, plan.inverse());
        assertThat(database.query(EXPRESSIONS)).isEqualTo(before);
    }

    @PostgresTest
    void areReadWithoutShuttingTheirTable(TestDatabase database) throws Exception {
        database.execute("""
                CREATE SCHEMA shop;
                CREATE TABLE shop.orders (id int);
                CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$
                    BEGIN IF tg_tag LIKE '%TABLE%' THEN RAISE 'not now'; END IF; END $$;
                """);
        String mapping = """
                schemas:
                  shop:
                    tables: [orders]
                    policies:
                      - { table: orders, name: p, using: id = 2 }
                compatibility: none
                """;
        try (Connection others = database.connect();
                Statement statement = others.createStatement()) {
            others.setAutoCommit(false);
            statement.execute("LOCK TABLE shop.orders IN ACCESS EXCLUSIVE MODE");

            assertThat(findings(database, mapping, "postgres"))
                    .containsExactly(
                            "WARNING POLICY_WITHOUT_ROW_SECURITY policy p on table shop.orders: write rowSecurity");
            others.rollback();
        }
        database.execute("CREATE EVENT TRIGGER refuse ON ddl_command_end EXECUTE FUNCTION refuse()");
        assertThat(findings(database, mapping, "postgres"))
                .contains(
                        "WARNING POLICY_NOT_CHECKED policy p on table shop.orders: whether the server accepts it could not be"
                                + " checked: not now");
    }

    private static Mapping mapping(String yaml) {
        ParsedMapping parsed = MappingParser.parse(MappingSources.of(YamlMappingReader.read(yaml, "mapping.yml")));
        assertThat(parsed.problems()).isEmpty();
        return parsed.mapping().orElseThrow();
    }

    private static Connection as(TestDatabase database, String role) throws SQLException {
        Connection connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE " + role);
        }
        return connection;
    }

    private static Assignment assign(Connection connection, TestDatabase database, Mapping mapping)
            throws SQLException {
        return PolicyReader.assign(
                connection, StatementTimeout.NONE, new CatalogReader().readInOwnTransaction(connection), mapping);
    }

    private static Plan plan(TestDatabase database, Mapping mapping) throws SQLException {
        try (Connection connection = database.connect()) {
            return new Planner().plan(assign(connection, database, mapping));
        }
    }

    /** Those of policies whatever the mapping says. */
    private static final Set<FindingCode> OF_THE_DATABASE =
            Set.of(FindingCode.POLICY_COLUMN_WITHOUT_INDEX, FindingCode.POLICY_ROLE_LACKS_USAGE);

    /** What is found about policies of the mapping, each as code, subject and the beginning of what to do, or of what is wrong. */
    private static List<String> findings(TestDatabase database, String mapping, String role) throws SQLException {
        try (Connection connection = as(database, role)) {
            List<String> texts = new ArrayList<>();
            for (Finding finding : Analysis.of(assign(connection, database, mapping(mapping)))) {
                if (finding.code().name().startsWith("POLICY_") && !OF_THE_DATABASE.contains(finding.code())) {
                    assertThat(finding.origin()).isPresent();
                    texts.add(
                            finding.severity() + " " + finding.code() + " " + finding.subject() + ": " + gist(finding));
                }
            }
            return texts;
        }
    }

    private static String gist(Finding finding) {
        return switch (finding.code()) {
            case POLICY_EXPRESSION_INVALID ->
                finding.message().replaceFirst(".*?': ", "").replaceFirst(": a bracket.*", "");
            case POLICY_NOT_CHECKED -> finding.message();
            case POLICY_NOT_OWNED -> finding.remedy();
            case POLICY_ROLE_NOT_FOUND -> finding.remedy().replaceFirst(";.*", "");
            default -> finding.remedy().replaceFirst(" Else .*|[,:].*", "");
        };
    }

    private static void execute(TestDatabase database, Plan plan) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL search_path = pg_catalog, pg_temp");
            }
            PlanRunner.run(connection, plan);
            connection.commit();
        }
    }

    private static void compare(Path file, Plan plan) throws IOException {
        String text = plan.operations().stream()
                .map(o -> "-- " + o.reason() + "\n" + o.statement().sql() + ";\n")
                .collect(Collectors.joining());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
