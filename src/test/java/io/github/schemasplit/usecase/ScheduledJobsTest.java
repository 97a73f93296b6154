package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.CronDatabase;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs of pg_cron itself whose commands name what moves. */
class ScheduledJobsTest {
    private static final ParsedMapping MAPPING = mapping(RoutineBodies.REWRITE);
    private static final String OWN_TABLES = """
            CREATE ROLE app LOGIN; CREATE ROLE other LOGIN;
            GRANT CREATE ON DATABASE test1 TO app; GRANT ALL ON SCHEMA public TO app; GRANT USAGE ON SCHEMA cron TO app, other;
            CREATE TABLE orders (id int); CREATE TABLE "Order Items" (id int);
            ALTER TABLE orders OWNER TO app; ALTER TABLE "Order Items" OWNER TO app;
            """;

    @TempDir
    private Path output;

    @TempDir
    private Path directory;

    private CronDatabase cron;
    private TestDatabase database;
    private Goals goals;

    @BeforeEach
    void start() {
        cron = CronDatabase.in(directory);
        database = cron.database();
        goals = Goals.on(database, output);
        database.execute(OWN_TABLES);
    }

    @AfterEach
    void stop() {
        if (cron != null) {
            cron.close();
        }
    }

    private static ParsedMapping mapping(RoutineBodies bodies) {
        return Goals.parsed(new MappingBuilder()
                .tables("It's \\ a Shop", "orders", "Order Items")
                .routineBodies(bodies)
                .build());
    }

    private static final String DELETING =
            "DELETE FROM public.\"Order Items\" AS \"it's \\\";\r\n" + "INSERT INTO orders VALUES (1)";
    private static final String MENDED = "DELETE FROM \"It's \\ a Shop\".\"Order Items\" AS \"it's \\\";\r\n"
            + "INSERT INTO \"It's \\ a Shop\".orders VALUES (1)";

    @Test
    void runAfterTheMoveAsBeforeAndComeBackExactly() {
        cron.schedule("app", "nightly", DELETING).schedule("postgres", "idle", "SELECT 1");
        List<String> jobs = database.query("SELECT * FROM cron.job ORDER BY jobid");
        List<String> rows = RawCatalog.rows(database);
        assertThat(goals.analyze(MAPPING).findings())
                .extracting(Finding::code)
                .noneMatch(c -> c.name().startsWith("CRON_"));
        goals.migrate(MAPPING);
        assertThat(cron.commands()).containsExactly(MENDED, "SELECT 1");
        database.execute("SET ROLE app; " + MENDED);
        assertThat(database.query("SELECT id FROM \"It's \\ a Shop\".orders")).containsExactly("1");
        assertThat(goals.migrate(MAPPING).migration()).isEmpty();
        assertThat(goals.verify(MAPPING, Expectation.MIGRATED).findings()).isEmpty();
        String operations =
                database.query("SELECT operations FROM schemasplit.migration").get(0);
        database.execute("UPDATE schemasplit.migration SET operations = '{\"letGo\": true}'");
        assertThat(goals.verify(MAPPING, Expectation.MIGRATED).findings())
                .extracting(Finding::message)
                .containsExactly("it no longer holds which commands it gave to jobs of pg_cron, being older than"
                        + " schema.keepFor said, so whether these were changed since can not be said");
        database.execute("UPDATE schemasplit.migration SET operations = $ops$" + operations + "$ops$");
        goals.rollback();
        assertThat(database.query("SELECT * FROM cron.job ORDER BY jobid")).isEqualTo(jobs);
        assertThat(goals.verify(MAPPING, Expectation.ORIGINAL).findings()).isEmpty();
        assertThat(RawCatalog.difference(rows, RawCatalog.rowsBesideJournal(database)))
                .isEmpty();
    }

    /** Who may not lock rows of pg_cron's table may yet alter its own jobs. */
    @Test
    void areMendedByTheirOwnRoleIfItIsGrantedTheFunction() {
        cron.schedule("app", "nightly", DELETING).schedule("other", "its", "TABLE public.orders");
        Goals own = goals.as("app");
        assertThat(own.analyze(MAPPING).findings())
                .extracting(Finding::code, Finding::subject)
                .contains(tuple(FindingCode.CRON_JOB_NAMES_MOVED_OBJECT, "cron job 1 (nightly)"));
        database.execute("GRANT EXECUTE ON FUNCTION cron.alter_job TO app; UPDATE cron.job SET active = false");
        assertThat(own.analyze(MAPPING).findings())
                .filteredOn(f -> f.code().name().startsWith("CRON_"))
                .extracting(Finding::code)
                .containsExactly(FindingCode.CRON_JOBS_NOT_READ);
        own.migrate(MAPPING);
        assertThat(cron.commands()).containsExactly(MENDED, "TABLE public.orders");
        assertThat(database.query("SELECT active FROM cron.job WHERE jobid = 1"))
                .containsExactly("f");
        own.rollback();
        assertThat(cron.commands()).containsExactly(DELETING, "TABLE public.orders");
    }

    @Test
    void areListedWhereItIsNotCertainThatTheyRunHereOrMayBeAltered() {
        cron.schedule("postgres", "dynamic", "DO 'BEGIN EXECUTE ''TABLE '' || current_setting(''x.orders''); END'")
                .schedule("postgres", "far", "TABLE public.orders")
                .schedule("postgres", "elsewhere", "TABLE public.orders");
        database.execute("UPDATE cron.job SET nodename = 'db2' WHERE jobname = 'far';"
                + "UPDATE cron.job SET database = 'postgres' WHERE jobname = 'elsewhere'");
        assertThat(goals.analyze(MAPPING).findings())
                .filteredOn(f -> f.code().name().startsWith("CRON_"))
                .extracting(Finding::code, Finding::subject)
                .contains(tuple(FindingCode.CRON_JOB_NAMES_MOVED_OBJECT, "cron job 2 (far)"));
        List<String> commands = cron.commands();
        goals.migrate(MAPPING);
        assertThat(cron.commands()).isEqualTo(commands);
    }

    /** Somebody who may make functions there can not have ours call his. */
    @Test
    void areListedWhereAnotherFunctionMayBeMeant() {
        cron.schedule("postgres", "nightly", "TABLE public.orders");
        database.execute(
                "GRANT CREATE ON SCHEMA cron TO other; SET ROLE other;"
                        + "CREATE FUNCTION cron.alter_job(job_id int, command text) RETURNS void LANGUAGE sql AS 'SELECT 1 / 0'");
        assertThat(goals.analyze(MAPPING).findings())
                .extracting(Finding::subject)
                .contains("cron job 1 (nightly)");
        goals.migrate(MAPPING);
        assertThat(cron.commands()).containsExactly("TABLE public.orders");
    }

    @Test
    void stayAsTheyAreWhereRoutinesDo() {
        cron.schedule("postgres", "nightly", "TABLE public.orders");
        assertThatThrownBy(() -> goals.migrate(mapping(RoutineBodies.FAIL)))
                .isInstanceOfSatisfying(
                        GoalStoppedException.class,
                        e -> assertThat(e.findings())
                                .filteredOn(Finding::isError)
                                .extracting(Goals::line)
                                .singleElement()
                                .asString()
                                .contains(
                                        "CRON_JOB_NAMES_MOVED_OBJECT cron job 1 (nightly)",
                                        "schema.routineBodies=report"));
        for (RoutineBodies bodies : List.of(RoutineBodies.REPORT, RoutineBodies.SEARCH_PATH)) {
            assertThat(goals.analyze(mapping(bodies)).findings())
                    .extracting(Goals::line)
                    .anyMatch(line -> line.contains("CRON_JOB_NAMES_MOVED_OBJECT cron job 1 (nightly)")
                            && line.contains("schema.routineBodies=rewrite"));
            goals.migrate(mapping(bodies));
            assertThat(cron.commands()).containsExactly("TABLE public.orders");
            goals.rollback();
        }
    }

    @Test
    void workAfterEachBatchThereAndBack() {
        String both = "INSERT INTO orders SELECT 1 FROM \"Order Items\"";
        cron.schedule("app", "both", both);
        List<String> commands = new ArrayList<>();
        LongPredicate works = left -> {
            commands.addAll(cron.commands());
            database.execute("SET ROLE app; " + cron.commands().get(0));
            return true;
        };
        new Migrate(goals.workplace(), AllowedHazards.NONE, Batching.ofLocks(1), Goals.PERSISTENCE, onBatch(works))
                .run(MAPPING);
        assertThat(commands).hasSize(2).doesNotHaveDuplicates();
        assertThat(goals.verify(MAPPING, Expectation.MIGRATED).findings()).isEmpty();
        new Rollback(goals.workplace(), false, Goals.PERSISTENCE, onBatch(works)).run();
        assertThat(commands).hasSize(4).startsWith(commands.get(0)).endsWith(both);
        assertThat(commands.get(2)).isEqualTo(commands.get(0));
        assertThat(goals.verify(MAPPING, Expectation.ORIGINAL).findings()).isEmpty();
    }

    @Test
    void comeBackFromAMigrationThatStoppedInBetween() {
        String both = "INSERT INTO orders SELECT 1 FROM \"Order Items\"";
        cron.schedule("app", "both", both);
        ChangeListener stopping = onBatch(left -> false);
        assertThatThrownBy(() -> new Migrate(
                                goals.workplace(),
                                AllowedHazards.NONE,
                                Batching.ofLocks(1),
                                Goals.PERSISTENCE,
                                stopping)
                        .run(MAPPING))
                .hasMessage("stopped");
        assertThat(cron.commands()).doesNotContain(both);
        database.execute("SET ROLE app; " + cron.commands().get(0));
        goals.rollback();
        assertThat(cron.commands()).containsExactly(both);
    }

    private static ChangeListener onBatch(LongPredicate goOn) {
        return event -> {
            if (event instanceof Event.Batch batch && !goOn.test(batch.remaining())) {
                throw new IllegalStateException("stopped");
            }
        };
    }

    @Test
    void thatOthersChangedSinceAreKeptAndTold() {
        cron.schedule("postgres", "changed", "TABLE public.orders")
                .schedule("postgres", "gone", "TABLE public.orders")
                .schedule("postgres", "back", "TABLE public.orders")
                .schedule("postgres", "same", "TABLE public.orders");
        goals.migrate(MAPPING);
        database.execute(
                "SELECT cron.alter_job(1, command => 'SELECT 7'); SELECT cron.unschedule('gone');"
                        + "SELECT cron.alter_job(3, command => 'TABLE public.orders'); SELECT cron.alter_job(4, active => false)");
        assertThat(goals.verify(MAPPING, Expectation.MIGRATED).findings())
                .extracting(Finding::code, Finding::subject)
                .containsExactlyInAnyOrder(
                        tuple(FindingCode.CHANGED_SINCE_MIGRATION, "cron job 1 (changed)"),
                        tuple(FindingCode.GONE_SINCE_MIGRATION, "cron job 2 (gone)"),
                        tuple(FindingCode.CHANGED_SINCE_MIGRATION, "cron job 3 (back)"));
        String[] left = {
            "cron job 1 (changed) has another command now, which stays",
            "cron job 2 (gone) is no job of this database any more"
        };
        assertThatThrownBy(goals::rollback).hasMessageContainingAll(left).hasMessageContaining("schema.force=true");
        assertThat(goals.rollbackByForce().left()).containsExactlyInAnyOrder(left);
        assertThat(cron.commands()).containsExactly("SELECT 7", "TABLE public.orders", "TABLE public.orders");
        assertThat(database.query("SELECT active FROM cron.job WHERE jobid = 4"))
                .containsExactly("f");
        assertThat(goals.verify(MAPPING, Expectation.ORIGINAL).findings())
                .extracting(Finding::subject)
                .containsExactlyInAnyOrder("cron job 1 (changed)", "cron job 2 (gone)");
    }

    @Test
    void areKeptByARollbackOfWhoMayNotAlterThem() {
        cron.schedule("other", "its", "TABLE public.orders");
        goals.migrate(MAPPING);
        assertThat(cron.commands()).containsExactly("TABLE \"It's \\ a Shop\".orders");
        database.execute("UPDATE cron.job SET nodename = 'db2'");
        assertThatThrownBy(goals::rollback)
                .hasMessageContaining("cron job 1 (its) keeps its command, which role postgres may not alter");
        database.execute("UPDATE cron.job SET nodename = 'localhost'; CREATE TABLE orders ()");
        assertThatThrownBy(goals::rollback)
                .hasMessageContaining(
                        "cron job 1 (its) keeps its command, which may name table \"It's \\ a Shop\".orders");
    }

    @Test
    void ofSuperusersThatMayHaveNoneAreListed() throws Exception {
        cron.schedule("postgres", "nightly", "TABLE public.orders");
        cron.close();
        cron = null;
        try (CronDatabase strict =
                CronDatabase.in(Files.createDirectory(output.resolve("strict")), "cron.enable_superuser_jobs=off")) {
            strict.database().execute(OWN_TABLES);
            strict.schedule("app", "nightly", "TABLE public.orders");
            Goals there = Goals.on(strict.database(), output);
            assertThat(there.analyze(MAPPING).findings())
                    .extracting(Finding::subject)
                    .contains("cron job 1 (nightly)");
            there.migrate(MAPPING);
            assertThat(strict.commands()).containsExactly("TABLE public.orders");
        }
    }
}
