package io.github.schemasplit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Measures what the plugin promises of its speed, each promise as a ratio of two things measured in turn. Run by
 * {@code mvn -B -Pbench verify}.
 */
class SpeedBench {
    private static final int FEW = 69;
    private static final int MANY = 1_000;
    private static final int VERY_MANY = 10_000;

    @Test
    void everyBoundHolds() throws Exception {
        Path directory = Files.createDirectories(Path.of(System.getProperty("bench.directory")));
        Results results = new Results();
        try (BenchServer server = new BenchServer(System.getProperty("bench.postgres"))) {
            String machine = Machine.describe(server, directory);
            System.out.println(machine);
            MavenBench.run(server, results, directory);
            Map<Integer, String> databases = databases(server);
            MavenMigrationBench.run(server, results, directory, databases.get(FEW), FEW);
            CatalogBench catalog = new CatalogBench(server, results, directory);
            for (Map.Entry<Integer, String> database : databases.entrySet()) {
                catalog.run(database.getValue(), database.getKey());
                AuditBench.run(server, results, directory, database.getValue(), database.getKey());
            }
            PlanningBench.run(
                    results, server.url(databases.get(MANY)), MANY, server.url(databases.get(VERY_MANY)), VERY_MANY);
            HeapBench.run(server, results, directory, databases.get(VERY_MANY), VERY_MANY);
            System.out.println("\n" + machine + "\n" + results.table());
        }
        assertThat(results.broken()).as("bounds that do not hold").isEmpty();
    }

    private static Map<Integer, String> databases(BenchServer server) throws Exception {
        Map<Integer, String> databases = new TreeMap<>();
        for (int tables : new int[] {FEW, MANY, VERY_MANY}) {
            String name = "tables" + tables;
            try (Connection connection = DriverManager.getConnection(server.create(name))) {
                SyntheticSchema.create(connection, tables);
            }
            databases.put(tables, name);
        }
        return databases;
    }
}
