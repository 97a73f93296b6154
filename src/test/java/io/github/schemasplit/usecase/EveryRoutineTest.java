package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;

/** Every routine of the sample is called, in a copy that stays as it is and in one that is migrated: with the same results. */
class EveryRoutineTest {
    private static final Pattern TABLE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern CALL = Pattern.compile("\\w+(?=\\()");

    /** Each runs in a transaction of its own; tables in braces are written with the schema that they are in. */
    private static final List<List<String>> TRANSACTIONS = List.of(
            List.of("SELECT next_order_number(), is_valid_iban('DE89370400440532013000'), normalize_label('  A  b ')"),
            List.of(
                    "SELECT auth.uid() = (SELECT min(user_id::text)::uuid FROM {user_roles}), auth.role(), auth.jwt() ->> 'role'"),
            List.of(
                    "SELECT organization_id, is_organization_member(organization_id), has_role(organization_id, 'viewer')"
                            + " FROM {user_roles} ORDER BY 1, 2, 3",
                    "SELECT key, feature_enabled(key) FROM {feature_flags} ORDER BY 1"),
            List.of("SELECT current_tier()"),
            List.of(
                    "SELECT u.id, o FROM {users} AS u, orders_of(u.id) AS o ORDER BY 1, 2",
                    "SELECT u.id, o FROM {users} AS u, orders_of(u.id, '2000-01-01') AS o ORDER BY 1, 2"),
            List.of("SELECT product_label(p) FROM {products} AS p ORDER BY 1"),
            List.of("SELECT id, topic_path(id) FROM {topics} ORDER BY 1"),
            List.of("SELECT m.title, s.* FROM (SELECT title FROM {memory_entries} ORDER BY 1 LIMIT 20) AS m,"
                    + " search_memories(m.title, 3) AS s ORDER BY 1, 2"),
            List.of("SELECT risk_band(12), risk_band(42), risk_band(99)"),
            List.of("SELECT id, order_total(id) FROM {orders} ORDER BY 1"),
            List.of("SELECT id, customer_lifetime_value(id) FROM {users} ORDER BY 1"),
            List.of(
                    "SELECT set_config('test.reader', min(user_id::text), true) FROM {notifications} WHERE read_at IS NULL",
                    "CALL mark_notifications_read(current_setting('test.reader')::uuid)",
                    "SELECT id, read_at IS NULL FROM {notifications} ORDER BY 1"),
            List.of("SELECT weighted_mean_step('{1,2}', 3, 4), weighted_mean_result('{7,2}'), weighted_mean(i, i)"
                    + " FROM generate_series(1, 3) AS i"),
            List.of("SELECT id, recommendation_score(id) FROM {users} ORDER BY 1"),
            List.of(
                    "SELECT place_order((SELECT min(id::text)::uuid FROM {users}), sku, 2) > 0 FROM {products}"
                            + " WHERE status = 'active' ORDER BY sku LIMIT 1",
                    "SELECT user_id, status, total FROM {orders} ORDER BY id"),
            List.of("SELECT place_order((SELECT min(id::text)::uuid FROM {users}), 'no such product')"),
            List.of(
                    "SELECT refund_payment(id) FROM {user_payments} WHERE status = 'captured' ORDER BY id LIMIT 1",
                    "SELECT payment_id, old_status, new_status, changed_by FROM {payment_audit} ORDER BY 1, 2, 3",
                    "SELECT table_name, operation, actor_id FROM {audit_log} ORDER BY 1, 2, 3"),
            List.of("SELECT refund_payment('00000000-0000-0000-0000-000000000000')"),
            List.of(
                    "SELECT set_config('test.payment', min(id)::text, true) FROM {bulk_payments} WHERE status = 'pending'",
                    "SELECT set_config('test.approver', min(u.id::text), true) FROM {users} AS u WHERE NOT EXISTS"
                            + " (SELECT FROM {bulk_payments} AS b WHERE b.initiated_by = u.id)",
                    "CALL approve_bulk_payment(current_setting('test.payment')::bigint,"
                            + " current_setting('test.approver')::uuid)",
                    "SET CONSTRAINTS ALL IMMEDIATE",
                    "SELECT id, status FROM {bulk_payments} ORDER BY 1"),
            List.of("SELECT o.id, s.* FROM {organizations} AS o, usage_of(o.id) AS s ORDER BY 1, 2"),
            List.of(
                    "SELECT transfer_bill(id, '00000000-0000-0000-0000-000000000001') > 0 FROM {say_bills} ORDER BY id LIMIT 1"),
            List.of(
                    "SELECT remember_response('key', 'hal', '{}'), remember_response('key', 'hal', '{}')",
                    "SELECT hits FROM {ai_response_cache} WHERE cache_key = 'key'"),
            List.of(
                    "SELECT count_rows('backup_orders_2023'), table_exists('backup_orders_2023'), table_exists('gone')"),
            List.of("CALL purge_logs('orders', now())"),
            List.of("CALL archive_orders('2000-01-01')"),
            List.of("CALL refresh_product_sales()"),
            List.of(
                    "INSERT INTO auth.users (email) VALUES ('new@example.org')",
                    "SELECT email, display_name FROM {users} WHERE email = 'new@example.org'"),
            List.of("UPDATE {order_items} SET quantity = quantity + 1", "SELECT id, total FROM {orders} ORDER BY 1"),
            List.of("UPDATE {bulk_payments} SET amount = amount + 1", "SET CONSTRAINTS ALL IMMEDIATE"),
            List.of(
                    "UPDATE {memory_entries} SET title = title || ' renamed'",
                    "SELECT id, search_vector FROM {memory_entries} ORDER BY 1"),
            List.of(
                    "INSERT INTO {chat_messages} (conversation_id, author, body)"
                            + " SELECT id, 'system', 'x' FROM {chat_conversations}",
                    "SELECT id, last_message_at = now() FROM {chat_conversations} ORDER BY 1"),
            List.of(
                    "UPDATE {vendor_api_keys} SET is_active = NOT is_active",
                    "SELECT vendor_key_id, actor_id, action FROM {vendor_key_audit_log} ORDER BY 1, 2, 3"),
            List.of(
                    "ALTER TABLE {orders} ENABLE TRIGGER notify_order_paid",
                    "UPDATE {orders} SET status = 'paid' WHERE placed_at IS NOT NULL"));

    @TempDir
    private Path output;

    @PostgresTest
    void everyRoutineDoesTheSameAfterTheMove(@Sample TestDatabase database) throws SQLException {
        try (TestDatabase migrated = SampleDatabase.copy(database.server())) {
            Goals.on(migrated, output).migrate(SampleDatabase.mapping());
            Set<String> called = new HashSet<>();
            List<List<String>> before = results(database, called);
            List<List<String>> after = results(migrated, new HashSet<>());
            for (int i = 0; i < TRANSACTIONS.size(); i++) {
                assertThat(after.get(i)).as(TRANSACTIONS.get(i).toString()).isEqualTo(before.get(i));
            }
            assertThat(called)
                    .containsAll(database.query("SELECT DISTINCT p.proname FROM pg_proc AS p"
                            + " WHERE p.pronamespace IN ('public'::regnamespace, 'auth'::regnamespace) AND NOT EXISTS"
                            + " (SELECT FROM pg_depend AS d WHERE d.objid = p.oid AND d.deptype = 'e')"));
        }
    }

    private static List<List<String>> results(TestDatabase database, Set<String> called) throws SQLException {
        List<List<String>> results = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            connection.setAutoCommit(false);
            for (List<String> transaction : TRANSACTIONS) {
                statement.execute("SET LOCAL track_functions = 'all'");
                statement.execute(at(
                        database,
                        "SELECT set_config('request.jwt.claims', json_build_object('role', 'authenticated',"
                                + " 'sub', (SELECT min(user_id::text) FROM {user_roles}))::text, true)"));
                List<String> rows = new ArrayList<>();
                try {
                    for (String sql : transaction) {
                        rows.addAll(rows(statement, at(database, sql)));
                        CALL.matcher(sql).results().forEach(call -> called.add(call.group()));
                    }
                    rows(statement, "SELECT funcname FROM pg_stat_xact_user_functions")
                            .forEach(row -> called.add(row.replace("|", "")));
                } catch (SQLException e) {
                    rows.add(e.getMessage());
                }
                connection.rollback();
                results.add(rows);
            }
        }
        return results;
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        if (statement.execute(sql)) {
            try (ResultSet result = statement.getResultSet()) {
                while (result.next()) {
                    StringBuilder row = new StringBuilder();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.append(result.getString(i)).append('|');
                    }
                    rows.add(row.toString());
                }
            }
        } else {
            rows.add(statement.getUpdateCount() + " rows");
        }
        return rows;
    }

    private static String at(TestDatabase database, String sql) {
        return TABLE.matcher(sql)
                .replaceAll(table -> Matcher.quoteReplacement(database.query(
                                "SELECT relnamespace::regnamespace || '.' || relname FROM pg_class WHERE relname = '"
                                        + table.group(1)
                                        + "' AND relkind IN ('r', 'p') AND relnamespace <> 'auth'::regnamespace")
                        .get(0)));
    }
}
