package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.bench.SyntheticMapping;
import io.github.schemasplit.bench.SyntheticSchema;
import io.github.schemasplit.catalog.CompatibilityViews;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.jdbc.Connector;
import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.testing.Faults;
import io.github.schemasplit.testing.JoiningClients;
import io.github.schemasplit.testing.RelationNames;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.testing.TestServer;
import io.github.schemasplit.verify.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many tables on a server with the default number of locks: the tool is killed at random moments and run again, and clients that join
 * many tables never notice, nor do those that look for old names, of which some are kept. A few hundred tables in small batches;
 * {@code -Dbatch.tables=10000} in batches as large as the server bears.
 */
class KilledBatchesTest {
    private static final String ASKED = "batch.tables";
    private static final int TABLES = Integer.getInteger(ASKED, 300);
    private static final long LOCKS = System.getProperty(ASKED) == null ? 150 : 0;
    private static final int CLIENTS = 2;
    private static final int BATCHES_UNTIL_KILLED = 3;
    private static final Duration UNDISTURBED = Duration.ofHours(1);
    private static final ParsedMapping MAPPING = Goals.parsed(SyntheticMapping.withSomeOldNames(TABLES));
    private static final List<String> OLD_NAMES = SyntheticMapping.someOldNames(TABLES);
    private static final String IS_COMPATIBILITY_VIEW =
            "starts_with(coalesce(obj_description(c.oid, 'pg_class'), ''), '" + CompatibilityViews.MARK + "')";

    @TempDir
    private Path output;

    @Test
    void whatIsKilledBetweenItsBatchesIsFinishedByRunningItAgain() throws Exception {
        TestServer server = TestServer.another(Map.of("max_connections", "100", "max_prepared_transactions", "0"));
        try (TestDatabase database = server.createDatabase()) {
            assertThat(database.query("SELECT current_setting('max_locks_per_transaction')"))
                    .containsExactly("64");
            try (Connection connection = database.connect()) {
                SyntheticSchema.create(connection, TABLES);
            }
            try (JoiningClients clients = JoiningClients.start(database, CLIENTS);
                    RelationNames names = RelationNames.watch(database, "public", OLD_NAMES)) {
                thereAndBack(database, Faults.random("killed batches"));
                System.out.println("all of " + OLD_NAMES.size() + " old names were there, whichever of " + names.stop()
                        + " times a client looked");
                System.out.println(CLIENTS + " clients joined " + JoiningClients.TABLES + " tables " + clients.stop()
                        + " times meanwhile, and never failed");
            }
        }
    }

    private void thereAndBack(TestDatabase database, Random random) throws IOException, InterruptedException {
        Goals goals = Goals.on(database, output);
        ObjectStates start = goals.states();
        Map<Long, String> places = places(database);
        Duration undisturbed = run("migrate", database, UNDISTURBED);
        int batches = goals.history().size();
        assertThat(batches).isGreaterThan(4);
        assertThat(goals.verify(MAPPING, Expectation.MIGRATED).findings()).isEmpty();
        assertThat(views(database)).containsExactlyElementsOf(OLD_NAMES).isEqualTo(viewsAsTold(goals.history()));
        System.out.println(
                TABLES + " tables undisturbed: " + batches + " batches in " + undisturbed.toMillis() + " ms");
        // Not so late that most runs would have ended before, and late enough for a few batches.
        Duration latest = undisturbed.multipliedBy(BATCHES_UNTIL_KILLED).dividedBy(batches);
        String goal = "rollback";
        int between = 0;
        for (int n = 0; n < Faults.count(); n++) {
            Duration moment = Duration.ofNanos((long) (latest.toNanos() * random.nextDouble()));
            run(goal, database, moment);
            awaitNobody(database);
            List<JournalEntry> history = goals.history();
            assertThat(places(database)).isEqualTo(asTold(history, places));
            assertThat(views(database)).isEqualTo(viewsAsTold(history));
            JournalEntry last = history.get(history.size() - 1);
            System.out.println(goal + " killed after " + moment.toMillis() + " ms: entry " + last.number() + ", "
                    + last.action() + ", " + last.batch().remaining() + " objects left");
            between += last.batch().isUnfinished() ? 1 : 0;
            goal = next(goal, last, random);
        }
        System.out.println("killed " + Faults.count() + " times, " + between + " of them between two batches");
        if (isMigrated(goals)) {
            // Killed right after its last COMMIT, it could not write what the database then was, as verify would say.
            run("rollback", database, UNDISTURBED);
        }
        run("migrate", database, UNDISTURBED);
        assertThat(goals.verify(MAPPING, Expectation.MIGRATED).findings()).isEmpty();
        run("rollback", database, UNDISTURBED);
        assertThat(goals.states()).isEqualTo(start);
        assertThat(goals.verify(MAPPING, Expectation.ORIGINAL).findings()).isEmpty();
        assertThat(places(database)).isEqualTo(places);
        assertThat(views(database)).isEmpty();
    }

    private static boolean isMigrated(Goals goals) {
        List<JournalEntry> history = goals.history();
        JournalEntry last = history.get(history.size() - 1);
        return last.action() == JournalAction.MIGRATE && !last.batch().isUnfinished();
    }

    /** What is finished is followed by the other; what is not is mostly finished, and sometimes by the other too. */
    private static String next(String goal, JournalEntry last, Random random) {
        if (last.batch().isUnfinished() && random.nextInt(3) > 0) {
            return goal;
        }
        return last.action() == JournalAction.MIGRATE ? "rollback" : "migrate";
    }

    /** The schemas of all relations but compatibility views, by OID. */
    private static Map<Long, String> places(TestDatabase database) {
        Map<Long, String> places = new TreeMap<>();
        database.query("SELECT c.oid, n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relkind IN ('r', 'v') AND c.oid >= 16384 AND n.nspname <> '" + Goals.JOURNAL + "'"
                        + " AND NOT " + IS_COMPATIBILITY_VIEW)
                .forEach(row -> {
                    String[] columns = row.split("\\|");
                    places.put(Long.valueOf(columns[0]), columns[1]);
                });
        return places;
    }

    /** Where the relations are after all that the journal tells of. */
    private static Map<Long, String> asTold(List<JournalEntry> history, Map<Long, String> start) {
        Map<Long, String> places = new TreeMap<>(start);
        history.stream()
                .flatMap(e -> e.plan().moves())
                .forEach(move -> places.put(move.object().oid(), move.target().value()));
        return places;
    }

    /** The names of the compatibility views. */
    private static Set<String> views(TestDatabase database) {
        return new TreeSet<>(database.query("SELECT c.oid::regclass FROM pg_class c WHERE " + IS_COMPATIBILITY_VIEW));
    }

    /** Those that are there after all that the journal tells of. */
    private static Set<String> viewsAsTold(List<JournalEntry> history) {
        Set<String> views = new TreeSet<>();
        for (JournalEntry entry : history) {
            entry.plan()
                    .droppedViews()
                    .forEach(view -> views.remove(view.name().name().sql()));
            entry.plan()
                    .madeViews()
                    .forEach(view -> views.add(view.name().name().sql()));
        }
        return views;
    }

    /** Runs a goal, and kills it at a moment if it has not ended; says how long it ran. */
    private Duration run(String goal, TestDatabase database, Duration moment) throws IOException, InterruptedException {
        Path said = output.resolve("said.txt");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BatchTrial.class.getName(),
                        database.url(),
                        output.toString(),
                        String.valueOf(TABLES),
                        String.valueOf(LOCKS),
                        goal)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            while (Files.readString(said).isEmpty() && tool.isAlive()) {
                Thread.sleep(5);
            }
            long start = System.nanoTime();
            if (tool.waitFor(moment.toNanos(), TimeUnit.NANOSECONDS)) {
                assertThat(tool.exitValue()).as(Files.readString(said)).isZero();
            }
            return Duration.ofNanos(System.nanoTime() - start);
        } finally {
            tool.destroyForcibly().waitFor();
            if (moment.equals(UNDISTURBED)) {
                System.out.println(goal + " " + Files.readString(said));
            }
        }
    }

    /** The server goes on with what it was sent. */
    private static void awaitNobody(TestDatabase database) throws InterruptedException {
        String sessions = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = '"
                + Connector.APPLICATION_NAME + "'";
        while (!database.query(sessions).equals(List.of())) {
            Thread.sleep(50);
        }
    }
}
