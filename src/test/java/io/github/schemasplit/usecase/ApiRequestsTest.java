package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.jdbc.ApiAnswers;
import io.github.schemasplit.jdbc.ApiCaller;
import io.github.schemasplit.jdbc.ApiRequests;
import io.github.schemasplit.jdbc.ApiTable;
import io.github.schemasplit.plan.AlterSetSchema;
import io.github.schemasplit.plan.CompatibilityView;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** What PostgREST answers to the callers of the sample application, made as it makes its requests, with all rows. */
class ApiRequestsTest {
    private static final List<Identifier> EXTRA_PATH = List.of(Identifier.of("public"), Identifier.of("extensions"));

    @TempDir
    private Path output;

    @PostgresTest(takesLong = true)
    void eachCallerIsAnsweredTheSameByOldNamesAndByNewOnesAndAfterRollback(@Sample TestDatabase database)
            throws SQLException {
        // By its rule nothing is removed, whoever asks for it, with rights or without.
        database.execute("DROP RULE payment_audit_is_kept ON public.payment_audit");
        List<ApiCaller> callers = callers(database);
        try (Connection connection = database.connect()) {
            ApiRequests requests = new ApiRequests(connection, EXTRA_PATH);
            List<ApiTable> tables = tables(database, connection);
            ApiAnswers before = requests.answers(callers, tables);
            Goals goals = Goals.on(database, output);
            Migrate.Result migration = goals.migrate(SampleDatabase.wholeMapping(database));
            Map<QualifiedName, QualifiedName> moved = migration
                    .plan()
                    .moves()
                    .filter(move -> move.lockedRelation().isPresent())
                    .collect(Collectors.toMap(
                            AlterSetSchema::name, move -> move.name().in(move.target())));
            List<QualifiedName> old =
                    migration.plan().madeViews().map(CompatibilityView::name).toList();
            List<ApiTable> byNewNames = new ArrayList<>();
            List<ApiTable> byOldNames = new ArrayList<>();
            for (ApiTable table : tables) {
                if (old.contains(table.called())) {
                    byOldNames.add(table.under(connection, table.called()));
                }
                if (moved.containsKey(table.called())) {
                    byNewNames.add(table.under(connection, moved.get(table.called())));
                }
            }
            assertThat(byNewNames).hasSizeGreaterThan(byOldNames.size());
            assertThat(byOldNames).isNotEmpty();
            assertThat(before.about(called(byNewNames)).differences(requests.answers(callers, byNewNames)))
                    .isEmpty();
            assertThat(before.about(called(byOldNames)).differences(requests.answers(callers, byOldNames)))
                    .isEmpty();
            goals.rollback();
            assertThat(before.differences(requests.answers(callers, tables))).isEmpty();
            System.out.println("Requests as PostgREST makes them on " + database.server() + ": " + callers.size()
                    + " callers, " + before.size() + " answers before and after rollback (" + before.granted()
                    + " of them rows), " + before.about(called(byNewNames)).size() + " by the new names and "
                    + before.about(called(byOldNames)).size() + " by the old ones; 0 differences");
        }
    }

    @PostgresTest(takesLong = true)
    void aMistakeInAPolicyIsFound(@Sample TestDatabase database) throws SQLException {
        database.execute("""
                ALTER TABLE feature_flags ENABLE ROW LEVEL SECURITY;
                CREATE TABLE "Order ""Items\""" ("a""b" int PRIMARY KEY, "select" text, "100 %" int GENERATED ALWAYS AS IDENTITY);
                INSERT INTO "Order ""Items\""" VALUES (1, 'it''s \\ {1} %s');
                GRANT ALL ON "Order ""Items\""" TO authenticated;
                CREATE POLICY named_in_text ON feature_flags TO authenticated USING (to_regclass('public.orders') IS NOT NULL);
                """);
        List<ApiCaller> callers = callers(database);
        try (Connection connection = database.connect()) {
            ApiRequests requests = new ApiRequests(connection, EXTRA_PATH);
            ApiTable orders = ApiTable.read(connection, QualifiedName.of("public", "orders"));
            ApiTable flags = ApiTable.read(connection, QualifiedName.of("public", "feature_flags"));
            ApiTable searches = ApiTable.read(connection, QualifiedName.of("public", "search_history"));
            ApiTable hostile = ApiTable.read(connection, QualifiedName.of("public", "Order \"Items\""));
            ApiAnswers before = requests.answers(callers, List.of(orders, flags, searches, hostile));
            assertThat(before.byTable().get(hostile.called()))
                    .containsEntry("authenticated {\"role\": \"authenticated\"}, upsert", "1 rows")
                    .containsEntry("authenticated {\"role\": \"authenticated\"}, insert", "23505")
                    .containsEntry("anon {\"role\": \"anon\"}, delete", "refused");
            Goals.on(database, output).migrate(SampleDatabase.mapping());
            database.execute("ALTER POLICY \"Own orders\" ON ecommerce.orders USING (true)");
            List<String> differences = before.differences(requests.answers(
                    callers,
                    List.of(
                            orders.under(connection, QualifiedName.of("ecommerce", "orders")),
                            flags.under(connection, QualifiedName.of("shared_services", "feature_flags")),
                            searches.under(connection, QualifiedName.of("ai_services", "search_history")),
                            hostile)));
            assertThat(differences)
                    .anyMatch(
                            line -> line.matches(
                                    "public.orders, authenticated .*, read: \\d+ rows [0-9a-f]{16}, and now \\d+ rows [0-9a-f]{16}"))
                    .anyMatch(
                            line -> line.matches(
                                    "public.feature_flags, authenticated .*, read by path: [1-9]\\d* rows [0-9a-f]{16}, and now 0 rows [0-9a-f]{16}"))
                    .noneMatch(line -> line.startsWith("public.search_history") || line.contains("Items"))
                    .allMatch(line -> line.contains(", authenticated"));
        }
    }

    /** Each role as nobody in particular, and three users, one of whom manages an organization. */
    private static List<ApiCaller> callers(TestDatabase database) {
        List<ApiCaller> callers = new ArrayList<>();
        SampleDatabase.ROLES.forEach(role -> callers.add(caller(role, "{\"role\": \"" + role + "\"}")));
        List<String> users =
                new ArrayList<>(database.query("SELECT id FROM auth.users ORDER BY created_at DESC LIMIT 2"));
        users.addAll(database.query(
                "SELECT user_id FROM user_roles WHERE role = 'admin' ORDER BY granted_at, user_id LIMIT 1"));
        assertThat(users).hasSize(3);
        users.forEach(user ->
                callers.add(caller("authenticated", "{\"role\": \"authenticated\", \"sub\": \"" + user + "\"}")));
        return callers;
    }

    private static ApiCaller caller(String role, String claims) {
        return new ApiCaller(Identifier.of(role), claims);
    }

    private static List<ApiTable> tables(TestDatabase database, Connection connection) throws SQLException {
        List<ApiTable> tables = new ArrayList<>();
        for (String name : database.query("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                + " AND relkind IN ('r', 'p', 'v', 'm') ORDER BY 1")) {
            tables.add(ApiTable.read(connection, QualifiedName.of("public", name)));
        }
        return tables;
    }

    private static List<QualifiedName> called(Collection<ApiTable> tables) {
        return tables.stream().map(ApiTable::called).toList();
    }
}
