package io.github.schemasplit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.testing.proxy.ProtocolProxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Measures what the plugin promises of a migration's speed: how long clients wait while it runs. Run with the
 * other benchmarks by {@code mvn -B -Pbench verify}, alone by {@code mvn -B -Pbench verify -Dtest=MigrationSpeedBench}, and without the
 * tools that no bound is about by {@code -Dbench.peers=false}.
 */
class MigrationSpeedBench {
    private static final Duration ONE_WAY = Duration.ofMillis(10);

    private static final List<Integer> TABLES = List.of(69, 1_000);

    @Test
    void everyBoundHolds() throws Exception {
        Path directory = Files.createDirectories(Path.of(System.getProperty("bench.directory"), "migration"));
        Results results = new Results();
        try (BenchServer server = new BenchServer(System.getProperty("bench.postgres"));
                ProtocolProxy far = ProtocolProxy.to(server.port()).delay(ONE_WAY)) {
            String machine = Machine.describe(server, directory);
            System.out.println(machine);
            for (int tables : TABLES) {
                String template = "template" + tables;
                try (Connection connection = DriverManager.getConnection(server.create(template))) {
                    SyntheticSchema.create(connection, tables);
                }
                WallsBench.run(server, results, directory, template, tables);
                for (boolean views : new boolean[] {false, true}) {
                    new ShutBench(server, far, results, directory, template, tables, views).run();
                }
            }
            System.out.println("\n" + machine + "\n" + results.table());
        }
        assertThat(results.broken()).as("bounds that do not hold").isEmpty();
    }
}
