package io.github.schemasplit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;

class RowLockHolderTest {
    private static final String TABLE = "\"Order \"\"Items\"\"\"";
    private static final String SHUT = "BEGIN; SET LOCAL lock_timeout = '%d ms'; LOCK TABLE " + TABLE + "; COMMIT";

    @PostgresTest
    void holdsUntilTheTimeIsOver(TestDatabase database) throws SQLException {
        createTable(database);
        try (RowLockHolder holder = RowLockHolder.hold(database.url(), TABLE, Duration.ofMillis(1500))) {
            assertThatThrownBy(() -> database.execute(SHUT.formatted(20))).hasRootCauseInstanceOf(SQLException.class);
            assertThat(holder.isHolding()).isTrue();
            database.execute(SHUT.formatted(20_000));
        }
    }

    @PostgresTest
    void letsGoWhenClosed(TestDatabase database) throws SQLException {
        createTable(database);
        RowLockHolder holder = RowLockHolder.hold(database.url(), TABLE, Duration.ofHours(1));
        holder.close();

        assertThat(holder.isHolding()).isFalse();
        database.execute(SHUT.formatted(20_000));
    }

    @PostgresTest
    void wantsARow(TestDatabase database) {
        database.execute("CREATE TABLE t ()");

        assertThatThrownBy(() -> RowLockHolder.hold(database.url(), "t", Duration.ZERO))
                .hasMessage("no row to lock in t");
    }

    private static void createTable(TestDatabase database) {
        database.execute("CREATE TABLE " + TABLE + " AS SELECT 1 AS id");
    }
}
