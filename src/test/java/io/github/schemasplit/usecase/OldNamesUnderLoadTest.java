package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.jdbc.Timeouts;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Clients that read and write by the old names, in simple and in prepared statements, go on while their tables move and come back. */
class OldNamesUnderLoadTest {
    private static final List<String> TABLES = List.of("orders", "customers", "invoices", "payments", "events");
    private static final int CLIENTS_OF_A_KIND = 8;
    private static final int SECONDS = 6;

    /** On a machine that does much else, a client's transaction may well take longer than a lock is waited for. */
    private static final Persistence PATIENT = new Persistence(
            new Timeouts(Duration.ofMillis(200), Duration.ofMinutes(1)),
            100,
            Duration.ofMinutes(1),
            BlockerPolicy.WAIT);

    private static final String LOAD = """
            \\set id random(1, 20000)
            BEGIN;
            SELECT n FROM orders WHERE id = :id;
            UPDATE customers SET n = n + 1 WHERE id = :id;
            INSERT INTO public.invoices (n) VALUES (:id);
            SELECT count(*) FROM public.payments AS p JOIN orders AS o USING (id) WHERE p.id < 20;
            DELETE FROM events WHERE id = :id;
            INSERT INTO events (id, n) VALUES (:id, 1) ON CONFLICT (id) DO UPDATE SET n = excluded.n;
            END;
            """;

    @TempDir
    private Path output;

    /** What clients went through. */
    private record Run(long transactions, Duration longest) {}

    @PostgresTest
    void noTransactionFailsThroughMigrationAndRollback(TestDatabase database) throws Exception {
        ClientProgram pgbench = ClientProgram.pgbench();
        for (String table : TABLES) {
            database.execute("CREATE TABLE " + table + " (id serial PRIMARY KEY, n int);" + "INSERT INTO " + table
                    + " (n) SELECT n FROM generate_series(1, 20000) AS n");
        }
        Path script = Files.writeString(output.resolve("load.sql"), LOAD);
        Run undisturbed = run(pgbench, database, script, "undisturbed", () -> {});
        MappingBuilder mapping =
                new MappingBuilder().compatibility(Compatibility.VIEWS).tables("shop", TABLES.toArray(new String[0]));
        Goals goals = Goals.on(database, output);
        Run through = run(pgbench, database, script, "through", () -> {
            pause();
            Migrate.Result migration = new Migrate(goals.workplace(), AllowedHazards.NONE, PATIENT, ChangeListener.NONE)
                    .run(Goals.parsed(mapping.build()));
            assertThat(migration.plan().madeViews()).hasSize(TABLES.size());
            pause();
            new Rollback(goals.workplace(), false, PATIENT, ChangeListener.NONE).run();
        });
        System.out.printf(
                "Old names under load on %s: %d clients; undisturbed %d transactions, the longest took %d ms; through migration and"
                        + " rollback %d transactions, none failed, the longest took %d ms%n",
                database.server(),
                2 * CLIENTS_OF_A_KIND,
                undisturbed.transactions(),
                undisturbed.longest().toMillis(),
                through.transactions(),
                through.longest().toMillis());
        assertThat(through.transactions()).isGreaterThan(100);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(SECONDS * 1000L / 4);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Run run(ClientProgram pgbench, TestDatabase database, Path script, String name, Runnable meanwhile)
            throws Exception {
        List<CompletableFuture<ClientProgram.Outcome>> clients = new ArrayList<>();
        for (String protocol : List.of("simple", "prepared")) {
            clients.add(CompletableFuture.supplyAsync(() -> pgbench.on(
                    database,
                    "-n",
                    "-c",
                    String.valueOf(CLIENTS_OF_A_KIND),
                    "-j",
                    "2",
                    "-T",
                    String.valueOf(SECONDS),
                    "-M",
                    protocol,
                    "-f",
                    script.toString(),
                    "-l",
                    "--log-prefix=" + output.resolve(name + "-" + protocol))));
        }
        meanwhile.run();
        for (CompletableFuture<ClientProgram.Outcome> client : clients) {
            ClientProgram.Outcome outcome = client.get();
            assertThat(outcome.exitCode()).as(outcome.text()).isZero();
            assertThat(outcome.text()).doesNotContain("ERROR").doesNotContain("aborted");
        }
        return logged(name);
    }

    /** A line of pgbench's log has the time that a transaction took, in microseconds, in its third column. */
    private Run logged(String name) {
        try (Stream<Path> files = Files.list(output)) {
            List<Long> times = files.filter(
                            file -> file.getFileName().toString().startsWith(name + "-"))
                    .flatMap(OldNamesUnderLoadTest::lines)
                    .map(line -> Long.valueOf(line.split(" ")[2]))
                    .toList();
            return new Run(
                    times.size(),
                    Duration.ofNanos(
                            times.stream().mapToLong(Long::longValue).max().orElse(0) * 1000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
