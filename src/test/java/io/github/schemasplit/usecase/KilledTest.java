package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.jdbc.Connector;
import io.github.schemasplit.testing.Crash;
import io.github.schemasplit.testing.Faults;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.testing.TestServer;
import io.github.schemasplit.usecase.AllOrNothing.Said;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Server and tool are killed at random moments of a migration of the sample. */
class KilledTest {
    private static final AllOrNothing.Goal MIGRATE = goals -> goals.migrate(SampleDatabase.mapping());

    @TempDir
    private Path output;

    private Duration undisturbed = Duration.ZERO;

    @Test
    void aServerThatIsKilledHasDoneAllOrNothing() throws InterruptedException {
        TestServer server = TestServer.another();
        Crash crash = Crash.of(server);
        AllOrNothing expected = expected(server);
        Random random = Faults.random("a killed server");
        for (int n = 0; n < Faults.count(); n++) {
            Duration moment = moment(random);
            try (TestDatabase database = SampleDatabase.copy(server)) {
                Goals goals = Goals.on(database, output);
                CompletableFuture<Said> said =
                        CompletableFuture.supplyAsync(() -> AllOrNothing.disturbed(MIGRATE, goals));
                Thread.sleep(moment.toMillis());
                crash.stop();
                crash.start();
                expected.check("killed after " + moment, goals, Optional.of(said.join()));
            }
        }
        System.out.println("the server killed " + Faults.count() + " times: " + expected);
    }

    @Test
    void aToolThatIsKilledOrToldToEndHasDoneAllOrNothing() throws IOException, InterruptedException {
        TestServer server = TestServer.newest();
        AllOrNothing expected = expected(server);
        try (TestDatabase database = SampleDatabase.copy(server)) {
            // A new JVM is slower than this one.
            undisturbed = endAfter(Duration.ofMinutes(1), database, Process::destroyForcibly);
        }
        Random random = Faults.random("a killed tool");
        for (int n = 0; n < Faults.count(); n++) {
            Duration moment = moment(random);
            try (TestDatabase database = SampleDatabase.copy(server)) {
                boolean kill = n % 2 == 0;
                endAfter(moment, database, kill ? Process::destroyForcibly : KilledTest::interrupt);
                awaitNobody(database);
                expected.check(
                        (kill ? "killed after " : "interrupted after ") + moment,
                        Goals.on(database, output),
                        Optional.empty());
            }
        }
        System.out.println("the tool killed or interrupted " + Faults.count() + " times: " + expected);
    }

    private AllOrNothing expected(TestServer server) {
        try (TestDatabase database = SampleDatabase.copy(server)) {
            return new AllOrNothing(Goals.on(database, output), goals -> {
                long start = System.nanoTime();
                MIGRATE.run(goals);
                undisturbed = Duration.ofNanos(System.nanoTime() - start);
            });
        }
    }

    private Duration moment(Random random) {
        return Duration.ofNanos((long) (undisturbed.toNanos() * random.nextDouble()));
    }

    /** With SIGTERM, which a JVM takes as it takes Ctrl-C. */
    private static void interrupt(Process tool) {
        tool.destroy();
    }

    /** For how long it ran before it ended or was made to. */
    private Duration endAfter(Duration moment, TestDatabase database, Consumer<Process> end)
            throws IOException, InterruptedException {
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MigrateTrial.class.getName(),
                        database.url(),
                        output.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(tool.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo(MigrateTrial.BEGINS);
            long start = System.nanoTime();
            tool.waitFor(moment.toNanos(), TimeUnit.NANOSECONDS);
            return Duration.ofNanos(System.nanoTime() - start);
        } finally {
            end.accept(tool);
            tool.waitFor();
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
