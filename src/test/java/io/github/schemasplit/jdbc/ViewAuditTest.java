package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.catalog.CompatibilityViews;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.plan.CompatibilityView;
import io.github.schemasplit.plan.CreateView;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.Planner;
import io.github.schemasplit.plan.ViewGrant;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Views that stand for what moved are made as planned, or nothing is. */
class ViewAuditTest {
    private static final String TABLES = """
            CREATE ROLE audit_anon; CREATE ROLE audit_owner;
            GRANT CREATE ON SCHEMA public TO audit_owner;
            CREATE TABLE plain (id int, n int, "select" text);
            CREATE TABLE granted (id int, n int);
            CREATE TABLE by_column (id int, n int);
            CREATE TABLE owned (id int);
            GRANT SELECT, INSERT ON granted TO audit_anon;
            GRANT UPDATE ON granted TO audit_anon WITH GRANT OPTION;
            GRANT SELECT (id, n), UPDATE (n) ON by_column TO audit_anon;
            GRANT SELECT ON owned TO PUBLIC;
            ALTER TABLE owned OWNER TO audit_owner;
            REVOKE TRUNCATE ON owned FROM audit_owner;
            ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON TABLES TO audit_anon;
            """;

    private static final String TRIGGER = "CREATE FUNCTION tamper() RETURNS event_trigger LANGUAGE plpgsql AS $$"
            + " DECLARE command text := current_setting('test.command', true); BEGIN"
            + " IF command <> '' AND EXISTS (SELECT FROM pg_event_trigger_ddl_commands() AS c"
            + "   WHERE c.command_tag = current_setting('test.tag', true) AND c.object_identity = 'public.plain')"
            + " THEN PERFORM set_config('test.command', '', true); EXECUTE command; END IF; END $$;"
            + "CREATE EVENT TRIGGER tamper ON ddl_command_end EXECUTE FUNCTION tamper()";

    @FunctionalInterface
    private interface Trial {
        void run() throws SQLException;
    }

    private static void withTables(TestDatabase database, Trial trial) throws SQLException {
        database.execute(TABLES);
        try {
            trial.run();
        } finally {
            database.execute("DROP OWNED BY audit_anon, audit_owner; DROP ROLE audit_anon, audit_owner");
        }
    }

    private static Change change(Connection connection) throws SQLException {
        return OrderItems.change(connection, plan(connection));
    }

    private static Plan plan(Connection connection) throws SQLException {
        Mapping mapping = new MappingBuilder()
                .tables("shop", "*")
                .compatibility(Compatibility.VIEWS)
                .build();
        return new Planner().plan(Assigner.assign(new CatalogReader().readInOwnTransaction(connection), mapping));
    }

    /** Otherwise the audit would look at every row that the change wrote, with tables shut. */
    @PostgresTest
    void asManyRowsAreWrittenAsAreExpected(TestDatabase database) throws SQLException {
        withTables(database, () -> {
            try (Connection connection = OrderItems.connect(database);
                    Statement statement = connection.createStatement()) {
                Plan plan = plan(connection);
                connection.setAutoCommit(false);
                for (Operation operation : plan.operations()) {
                    Map<String, Long> before = counts(statement);
                    statement.execute(operation.statement().sql());
                    if (operation instanceof CreateView create) {
                        Map<String, Long> written = new LinkedHashMap<>();
                        counts(statement).forEach((catalog, count) -> {
                            if (count > before.get(catalog)) {
                                written.put(catalog, count - before.get(catalog));
                            }
                        });
                        assertThat(written)
                                .as(operation.statement().sql())
                                .containsExactlyInAnyOrderEntriesOf(ViewAudit.writes(create.view()));
                    }
                }
                connection.rollback();
                assertThat(plan.madeViews()).hasSize(4);
            }
        });
    }

    private static Map<String, Long> counts(Statement statement) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (ResultSet rows = statement.executeQuery(
                "SELECT relname, pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid) FROM pg_class"
                        + " WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind = 'r'"
                        + " AND relname NOT IN ('pg_depend', 'pg_shdepend') ORDER BY 1")) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }

    @PostgresTest
    void aViewThatIsOpenedOrClosedOrOtherwiseMeanwhileIsNamedAndNothingIsCommitted(TestDatabase database)
            throws SQLException {
        withTables(database, () -> {
            database.execute(TRIGGER);
            Map<String, String> tamperings = new LinkedHashMap<>();
            tamperings.put("GRANT SELECT ON public.plain TO PUBLIC", "pg_class.relacl");
            tamperings.put("GRANT SELECT (id) ON public.plain TO audit_anon", "pg_attribute.attacl");
            tamperings.put("REVOKE INSERT ON public.plain FROM CURRENT_USER", "pg_class.relacl");
            tamperings.put("ALTER VIEW public.plain OWNER TO audit_owner", "pg_class.relowner");
            tamperings.put("ALTER VIEW public.plain SET (check_option = local)", "pg_class.reloptions");
            tamperings.put(
                    "CREATE OR REPLACE VIEW public.plain%s AS SELECT id, n, \"select\" FROM shop.plain WHERE n > 0",
                    "pg_rewrite.ev_action");
            tamperings.put(
                    "CREATE OR REPLACE VIEW public.plain%s AS SELECT id, n, \"select\" FROM shop.granted, LATERAL (SELECT ''::text) AS s (\"select\")",
                    "pg_rewrite.ev_action");
            tamperings.put("CREATE RULE other AS ON INSERT TO public.plain DO INSTEAD NOTHING", "pg_rewrite.ev_action");
            tamperings.put("COMMENT ON COLUMN public.plain.id IS 'x'", "pg_description.description");
            tamperings.put("GRANT SELECT ON shop.plain TO audit_anon", "pg_class.relacl");
            boolean invoker = database.server().major() >= 15;
            try (Connection connection = OrderItems.connect(database)) {
                List<String> missed = new ArrayList<>();
                for (Map.Entry<String, String> tampering : tamperings.entrySet()) {
                    String command = tampering.getKey().replace("%s", invoker ? " WITH (security_invoker = true)" : "");
                    String failure = failure(connection, command);
                    if (!failure.contains(tampering.getValue()) || !failure.contains(".plain")) {
                        missed.add(command + ": " + failure);
                    }
                    assertThat(database.query("SELECT count(*) FROM public.plain"))
                            .containsExactly("0");
                }
                assertThat(missed).isEmpty();
                assertThat(failure(connection, "SELECT 1")).isEmpty();
                assertThat(database.query("SELECT relkind FROM pg_class WHERE oid = 'public.plain'::regclass"))
                        .containsExactly("v");
            }
        });
    }

    private static String failure(Connection connection, String command) throws SQLException {
        Change change = change(connection);
        try (PreparedStatement set = connection.prepareStatement(
                "SELECT set_config('test.command', ?, false), set_config('test.tag', 'COMMENT', false)")) {
            set.setString(1, command);
            set.execute();
        }
        return failure(connection, change);
    }

    private static String failure(Connection connection, Change change) {
        try {
            OrderItems.apply(connection, change);
            return "";
        } catch (RuntimeException | SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Whatever is missing of what a view must be given and what must be taken from others. */
    @PostgresTest
    void aPlanWithoutOneOfItsRevokesOrGrantsIsRefused(TestDatabase database) throws SQLException {
        withTables(database, () -> {
            try (Connection connection = OrderItems.connect(database)) {
                Plan whole = plan(connection);
                int refused = 0;
                for (CompatibilityView view : whole.madeViews().toList()) {
                    List<CompatibilityView> lacking = new ArrayList<>();
                    for (int i = 0; i < view.revoked().size(); i++) {
                        lacking.add(with(view, without(view.revoked(), i), view.grants()));
                    }
                    for (int i = 0; i < view.grants().size(); i++) {
                        lacking.add(with(view, view.revoked(), without(view.grants(), i)));
                    }
                    for (CompatibilityView other : lacking) {
                        List<Operation> operations = new ArrayList<>();
                        for (Operation operation : whole.operations()) {
                            operations.add(
                                    operation instanceof CreateView create
                                                    && create.view().equals(view)
                                            ? new CreateView(other, "")
                                            : operation);
                        }
                        assertThat(failure(connection, OrderItems.change(connection, new Plan(operations))))
                                .as(other.toString())
                                .contains("view " + view.name() + ": pg_");
                        refused++;
                    }
                }
                assertThat(refused).isGreaterThan(8);
                assertThat(database.query("SELECT count(*) FROM pg_views WHERE schemaname = 'public'"))
                        .containsExactly("0");
                assertThat(failure(connection, OrderItems.change(connection, whole)))
                        .isEmpty();
                assertThat(CompatibilityViews.in(new CatalogReader().readInOwnTransaction(connection))
                                .all())
                        .hasSize(4);
            }
        });
    }

    private static <T> List<T> without(List<T> list, int index) {
        List<T> rest = new ArrayList<>(list);
        rest.remove(index);
        return rest;
    }

    private static CompatibilityView with(CompatibilityView view, List<Grantee> revoked, List<ViewGrant> grants) {
        return new CompatibilityView(
                view.name(),
                view.object(),
                view.relation(),
                view.columns(),
                view.invoker(),
                view.owner(),
                view.changesOwner(),
                revoked,
                grants);
    }
}
