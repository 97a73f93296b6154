package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.jdbc.Blocker;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class BlockersTest {
    private static final ParsedMapping MAPPING =
            Goals.parsed(new MappingBuilder().tables("shop", "orders", "items").build());

    @TempDir
    private Path output;

    private final List<Blocker> blockers = new ArrayList<>();
    private final List<Blocker> ended = new ArrayList<>();

    @PostgresTest(takesLong = true)
    void aSessionThatIsIdleInATransactionIsNamedAndWaitedFor(TestDatabase database) throws Exception {
        fill(database);
        try (Connection idle = idle(database, "SELECT FROM orders")) {
            ChangeListener untilTried = new Told() {
                @Override
                void busy(String reason) {
                    assertThat(reason).contains("public.orders", "the lock is held by pid ", "'the shop'");
                    rollBack(idle);
                }
            };
            assertThat(migrate(database, "postgres", BlockerPolicy.WAIT, untilTried)
                            .migration())
                    .hasValueSatisfying(m -> assertThat(m.attempts()).isEqualTo(2));
        }
        assertThat(blockers).singleElement().satisfies(b -> {
            assertThat(b.kind()).isEqualTo(Blocker.Kind.IDLE_IN_TRANSACTION);
            assertThat(b.relations()).containsExactly("orders");
            assertThat(b)
                    .hasToString("idle in a transaction, pid " + b.pid().orElseThrow() + ", 'the shop', for "
                            + b.seconds() + " s, on orders");
        });
        assertThat(ended).isEmpty();
    }

    @PostgresTest(takesLong = true)
    void nothingIsTriedWhenTheyAreToMakeItFail(TestDatabase database) throws Exception {
        fill(database);
        try (Connection idle = idle(database, "SELECT nextval('items_id_seq')")) {
            assertThat(idle.isClosed()).isFalse();
            assertThatThrownBy(() -> migrate(database, "postgres", BlockerPolicy.FAIL, new Told()))
                    .isInstanceOf(GoalStoppedException.class)
                    .hasMessageContainingAll("nothing was tried", "items_id_seq", "schema.blockers=wait");
        }
        assertThat(database.query("SELECT to_regnamespace('shop')")).containsExactly("null");
        // Whoever does not hold anything that moves is in nobody's way.
        try (Connection idle = idle(database, "SELECT FROM other")) {
            assertThat(idle.isClosed()).isFalse();
            assertThat(migrate(database, "postgres", BlockerPolicy.FAIL, new Told())
                            .migration())
                    .isPresent();
        }
        assertThat(blockers).isEmpty();
    }

    @PostgresTest(takesLong = true)
    void anIdleSessionIsEndedWhenThatIsAskedFor(TestDatabase database) throws Exception {
        fill(database);
        try (Connection idle = idle(database, "INSERT INTO orders VALUES (7)")) {
            assertThat(migrate(database, "postgres", BlockerPolicy.TERMINATE, new Told())
                            .migration())
                    .isPresent();
            assertThatThrownBy(() -> idle.createStatement().execute("SELECT 1")).isInstanceOf(SQLException.class);
        }
        assertThat(ended).hasSize(1).isEqualTo(blockers);
        assertThat(database.query("SELECT count(*) FROM shop.orders")).containsExactly("0");
    }

    @PostgresTest(takesLong = true)
    void aSessionThatTheRoleMayNotEndIsWaitedFor(TestDatabase database) throws Exception {
        fill(database);
        database.execute("DO $$ BEGIN CREATE ROLE blockers_owner LOGIN;"
                + " EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;"
                + "GRANT pg_read_all_stats TO blockers_owner; GRANT ALL ON DATABASE " + database.name()
                + " TO blockers_owner; GRANT ALL ON SCHEMA public TO blockers_owner;"
                + "ALTER TABLE orders OWNER TO blockers_owner; ALTER TABLE items OWNER TO blockers_owner");
        try (Connection idle = idle(database, "SELECT FROM orders")) {
            ChangeListener untilTried = new Told() {
                @Override
                void busy(String reason) {
                    rollBack(idle);
                }
            };
            assertThat(migrate(database, "blockers_owner", BlockerPolicy.TERMINATE, untilTried)
                            .migration())
                    .isPresent();
        }
        assertThat(blockers).hasSize(1);
        assertThat(ended).isEmpty();
    }

    @PostgresTest(takesLong = true)
    void aPreparedTransactionIsNamedByItsIdentifier(TestDatabase database) throws Exception {
        fill(database);
        String prepared = "nobody ends it " + database.name();
        try (Connection other = database.connect()) {
            other.createStatement()
                    .execute("BEGIN; INSERT INTO orders VALUES (1); PREPARE TRANSACTION '" + prepared + "'");
            assertThatThrownBy(() -> migrate(database, "postgres", BlockerPolicy.FAIL, new Told()))
                    .hasMessageContainingAll(
                            "a prepared transaction, '" + prepared + "'", "ROLLBACK PREPARED", "orders");
        } finally {
            database.execute("ROLLBACK PREPARED '" + prepared + "'");
        }
    }

    private Migrate.Result migrate(TestDatabase database, String role, BlockerPolicy policy, ChangeListener listener) {
        Persistence patient = new Persistence(Goals.PERSISTENCE.timeouts(), 50, Goals.PERSISTENCE.deadline(), policy);
        return new Migrate(Goals.on(database, output).as(role).workplace(), AllowedHazards.NONE, patient, listener)
                .run(MAPPING);
    }

    private static void fill(TestDatabase database) {
        database.execute("CREATE TABLE orders (id int); CREATE TABLE items (id serial); CREATE TABLE other (id int)");
    }

    private static Connection idle(TestDatabase database, String sql) throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        connection.createStatement().execute("SET application_name = 'the shop'");
        connection.createStatement().execute(sql);
        return connection;
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private class Told implements ChangeListener {
        @Override
        public final void on(Event event) {
            if (event instanceof Event.Blocked blocked) {
                blockers.addAll(blocked.blockers());
                ended.addAll(blocked.ended());
            } else if (event instanceof Event.Busy busy) {
                busy(busy.reason());
            }
        }

        void busy(String reason) {}
    }
}
