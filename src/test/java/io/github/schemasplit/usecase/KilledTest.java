package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.testing.Crash;
import io.github.schemasplit.testing.Faults;
import io.github.schemasplit.testing.OwnSessions;
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

    @Test
    void aServerThatIsKilledHasDoneAllOrNothing() throws InterruptedException {
        TestServer server = TestServer.another();
        Crash crash = Crash.of(server);
        AllOrNothing expected = expected(server);
        Duration undisturbed = undisturbed(server);
        Random random = Faults.random("a killed server");
        for (int n = 0; n < Faults.count(); n++) {
            Duration moment = moment(n, undisturbed, random);
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
        if (Faults.asked()) {
            expected.assertBoth();
        }
    }

    @Test
    void aToolThatIsKilledOrToldToEndHasDoneAllOrNothing() throws IOException, InterruptedException {
        TestServer server = TestServer.newest();
        AllOrNothing expected = expected(server);
        Duration undisturbed;
        try (TestDatabase database = SampleDatabase.copy(server)) {
            // A new JVM is slower than this one.
            undisturbed = endAfter(Duration.ofMinutes(1), database, Process::destroyForcibly);
        }
        Random random = Faults.random("a killed tool");
        for (int n = 0; n < Faults.count(); n++) {
            Duration moment = moment(n, undisturbed, random);
            endAfter("killed", moment, Process::destroyForcibly, server, expected);
            endAfter("interrupted", moment, KilledTest::interrupt, server, expected);
        }
        System.out.println("the tool killed and interrupted " + Faults.count() + " times each: " + expected);
        if (Faults.asked()) {
            expected.assertBoth();
        }
    }

    private void endAfter(String how, Duration moment, Consumer<Process> end, TestServer server, AllOrNothing expected)
            throws IOException, InterruptedException {
        try (TestDatabase database = SampleDatabase.copy(server)) {
            endAfter(moment, database, end);
            // The server goes on with what it was sent.
            OwnSessions.await(database, 0);
            expected.check(how + " after " + moment, Goals.on(database, output), Optional.empty());
        }
    }

    private AllOrNothing expected(TestServer server) {
        try (TestDatabase database = SampleDatabase.copy(server)) {
            return new AllOrNothing(Goals.on(database, output), MIGRATE);
        }
    }

    private Duration undisturbed(TestServer server) {
        try (TestDatabase database = SampleDatabase.copy(server)) {
            long start = System.nanoTime();
            MIGRATE.run(Goals.on(database, output));
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    /**
     * At random, one in each of as many parts of the time as there are faults. The time is half as long again as it takes, since no two
     * runs take the same, so that its commit and its end are among them.
     */
    private static Duration moment(int n, Duration undisturbed, Random random) {
        return Duration.ofNanos((long) (1.5 * undisturbed.toNanos() * (n + random.nextDouble()) / Faults.count()));
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
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
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
}
