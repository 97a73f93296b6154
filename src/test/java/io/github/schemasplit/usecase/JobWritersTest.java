package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.jdbc.Timeouts;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.CronDatabase;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Others write pg_cron's table of jobs while a job gets another command: what they wrote is neither lost nor taken for ours. */
class JobWritersTest {
    private static final ParsedMapping MAPPING = Goals.parsed(new MappingBuilder()
            .tables("shop", "orders")
            .routineBodies(RoutineBodies.REWRITE)
            .build());
    private static final String ANOTHER = "UPDATE cron.job SET command = 'SELECT 7 FROM orders' WHERE jobid = 1";
    private static final String MENDED = "SELECT 7 FROM shop.orders";

    @TempDir
    private Path output;

    @TempDir
    private Path directory;

    private final List<String> told = new ArrayList<>();
    private CronDatabase cron;
    private TestDatabase database;

    @BeforeEach
    void start() {
        cron = CronDatabase.in(directory);
        database = cron.database();
        database.execute(
                "CREATE ROLE app LOGIN; GRANT CREATE ON DATABASE test1 TO app; GRANT ALL ON SCHEMA public TO app;"
                        + "GRANT USAGE ON SCHEMA cron TO app; GRANT EXECUTE ON FUNCTION cron.alter_job TO app;"
                        + "CREATE TABLE orders (id int); ALTER TABLE orders OWNER TO app");
        cron.schedule("app", "nightly", "TABLE orders");
    }

    @AfterEach
    void stop() {
        if (cron != null) {
            cron.close();
        }
    }

    @Test
    void aCommandThatIsChangedWhileItIsPlannedIsPlannedAgain() {
        for (String role : List.of("postgres", "app")) {
            told.clear();
            migrate(role, ANOTHER);
            assertThat(told)
                    .containsExactly("Others changed the database's schema meanwhile (cron job 1 (nightly) has another"
                            + " command): planned again.");
            assertThat(cron.commands()).containsExactly(MENDED);
            startAgain(role);
        }
        migrate("postgres", "SELECT cron.unschedule(1)");
        assertThat(told).last().asString().contains("(cron job 1 (nightly) is gone)");
        assertThat(cron.commands()).isEmpty();
    }

    @Test
    void aWriterThatCommitsWhileWeWaitForItIsNotOverwritten() throws Exception {
        for (String role : List.of("postgres", "app")) {
            migrateWhile(role, ANOTHER);
            assertThat(cron.commands()).containsExactly(MENDED);
            startAgain(role);
        }
    }

    @Test
    void whatElseAWriterChangesWhileWeWaitForItIsKept() throws Exception {
        for (String role : List.of("postgres", "app")) {
            migrateWhile(role, "UPDATE cron.job SET active = false, schedule = '0 4 1 1 *'");
            assertThat(database.query("SELECT command, active, schedule FROM cron.job"))
                    .containsExactly("TABLE shop.orders|f|0 4 1 1 *");
            startAgain(role);
        }
    }

    private void startAgain(String role) {
        Goals.on(database, output).as(role).rollback();
        database.execute("UPDATE cron.job SET command = 'TABLE orders', active = true, schedule = '0 3 1 1 *';"
                + "DROP SCHEMA schemasplit CASCADE");
    }

    /** Migrates while somebody has written and not committed, who commits when he is waited for. */
    private void migrateWhile(String role, String written) throws SQLException {
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute(written);
            CompletableFuture<Void> migration = CompletableFuture.runAsync(() -> migrate(role, "SELECT 1"));
            while (database.query("SELECT 1 FROM pg_locks WHERE NOT granted").isEmpty()) {
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
            other.commit();
            migration.join();
        }
    }

    /** Neither the plan's own row nor, where it is the function that locks it, that one. */
    @Test
    void rowsThatOnlyThePlanWritesAreNotTold() {
        database.execute("CREATE FUNCTION noted() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';"
                + "CREATE EVENT TRIGGER noted ON ddl_command_end EXECUTE FUNCTION noted()");
        for (String role : List.of("postgres", "app")) {
            migrate(role, "SELECT 1");
            assertThat(cron.commands()).containsExactly("TABLE shop.orders");
            startAgain(role);
        }
        assertThat(told).isEmpty();
        database.execute("CREATE OR REPLACE FUNCTION noted() RETURNS event_trigger LANGUAGE plpgsql AS"
                + " 'BEGIN UPDATE cron.job SET active = active; END'");
        migrate("postgres", "SELECT 1");
        assertThat(told).containsExactly("Event triggers wrote rows during the change in cron.job.");
    }

    @Test
    void aTriggerThatKeepsTheFormerCommandEndsTheMigration() {
        database.execute("CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN NEW.command := OLD.command; RETURN NEW; END';"
                + "CREATE TRIGGER keep BEFORE UPDATE ON cron.job FOR EACH ROW EXECUTE FUNCTION keep()");
        assertThatThrownBy(() -> migrate("postgres", "SELECT 1"))
                .hasMessageContainingAll(
                        "cron.alter_job", "the job has not the command that it was given", "trigger on cron.job");
        assertThat(database.query("SELECT relnamespace::regnamespace FROM pg_class WHERE relname = 'orders'"))
                .containsExactly("public");
    }

    @Test
    void scriptsDoTheSameAndRefuseAJobThatIsAnother() {
        ClientProgram psql = ClientProgram.psql();
        Goals.on(database, output).generate(MAPPING, Optional.empty());
        database.execute(ANOTHER);
        assertThat(run(psql, "migrate.sql").text())
                .contains("1 of 1 jobs of pg_cron", "nothing was changed: cron job 1 is not as it was");
        database.execute("UPDATE cron.job SET command = 'TABLE orders'");
        assertThat(run(psql, "migrate.sql").exitCode()).isZero();
        assertThat(cron.commands()).containsExactly("TABLE shop.orders");
        assertThat(run(psql, "rollback.sql").exitCode()).isZero();
        assertThat(cron.commands()).containsExactly("TABLE orders");
        database.query("SELECT cron.unschedule(1)");
        assertThat(run(psql, "migrate.sql").text()).contains("cron job 1 is not there");
    }

    private ClientProgram.Outcome run(ClientProgram psql, String script) {
        return psql.on(database, "-X", "-1", "-f", output.resolve(script).toString());
    }

    /** Migrates; somebody does something once, after it was planned. */
    private void migrate(String role, String done) {
        List<String> once = new ArrayList<>(List.of(done));
        Persistence patient = new Persistence(
                new Timeouts(Duration.ofSeconds(20), Duration.ofMinutes(1)),
                3,
                Duration.ofMinutes(1),
                BlockerPolicy.WAIT);
        new Migrate(Goals.on(database, output).as(role).workplace(), AllowedHazards.NONE, patient, event -> {
                    if (event instanceof Event.Attempt && !once.isEmpty()) {
                        execute(once.remove(0));
                    }
                    if (event instanceof Event.CatalogChanged || event instanceof Event.RowsWritten) {
                        told.addAll(event.lines());
                    }
                })
                .run(MAPPING);
    }

    private void execute(String sql) {
        try (Connection connection = database.connect()) {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
