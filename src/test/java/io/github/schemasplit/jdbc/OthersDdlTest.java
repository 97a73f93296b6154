package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.testing.Faults;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Others' DDL in the middle of a change, between its first look at the catalog and its last. */
class OthersDdlTest {
    private static final List<String> DDL = List.of(
            "GRANT SELECT ON bystander TO PUBLIC",
            "CREATE TABLE made (id serial PRIMARY KEY, t text)",
            "ALTER TABLE bystander ADD COLUMN more int DEFAULT 1",
            "REVOKE SELECT ON bystander FROM PUBLIC",
            "COMMENT ON TABLE bystander IS 'seen'; CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "DROP FUNCTION f(); CREATE SCHEMA another; CREATE TYPE another.e AS ENUM ('a')",
            "DROP TABLE made; ALTER TABLE bystander DROP COLUMN more",
            "CREATE POLICY own ON bystander USING (id = 1); CREATE STATISTICS st ON id, n FROM bystander",
            "DROP POLICY own ON bystander; DROP STATISTICS st; DROP SCHEMA another CASCADE",
            "CREATE VIEW seen AS SELECT 1 AS one; ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC",
            "DROP VIEW seen; ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM PUBLIC");

    @PostgresTest
    void isNeitherBlamedOnUsNorInOurWay(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE \"Order Items\" (id int); CREATE TABLE bystander (id int, n int)");
        int times = Faults.asked() ? Faults.count() : 2 * DDL.size();
        try (Connection ours = OrderItems.connect(database);
                Connection holder = OrderItems.inTransaction(database)) {
            OrderItems.apply(ours, OrderItems.change(ours, new Plan(List.of(OrderItems.CREATE))));
            Operation move = OrderItems.move(database);
            for (int i = 0; i < times; i++) {
                Operation next = i % 2 == 0 ? move : move.inverse();
                try (Statement lock = holder.createStatement()) {
                    lock.execute(
                            "LOCK TABLE " + next.lockedRelation().orElseThrow().sql() + " IN ACCESS SHARE MODE");
                }
                Change change = OrderItems.change(ours, new Plan(List.of(next)));
                CompletableFuture<Void> applied = CompletableFuture.runAsync(() -> apply(ours, change));
                waitForLock(database, applied);
                database.execute(DDL.get(i % DDL.size()));
                holder.commit();
                applied.join();
            }
        }
        assertThat(database.query(OrderItems.PLACE))
                .containsExactly(times % 2 == 0 ? "public" : OrderItems.TARGET.value());
        System.out.println("Others' DDL in the middle of a change, " + times + " times: no false alarm");
    }

    private static void waitForLock(TestDatabase database, CompletableFuture<Void> applied) {
        while (!applied.isDone()
                && database.query("SELECT FROM pg_locks WHERE NOT granted AND locktype = 'relation'"
                                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                        .isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private static void apply(Connection connection, Change change) {
        try {
            new Executor(
                            connection,
                            Journal.DEFAULT_SCHEMA,
                            new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(60)))
                    .apply(change);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }
}
