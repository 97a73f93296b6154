package io.github.schemasplit.bench;

import java.nio.file.*;
import java.sql.*;

class QuickSpeedBench {
    @org.junit.jupiter.api.Test
    void quick() throws Exception {
        Path directory = Files.createDirectories(Path.of(System.getProperty("bench.directory")));
        Results results = new Results();
        try (BenchServer server = new BenchServer(System.getProperty("bench.postgres"))) {
            for (int tables : new int[] {69, 1000}) {
                try (Connection connection = DriverManager.getConnection(server.create("t" + tables))) {
                    SyntheticSchema.create(connection, tables);
                }
                AuditBench.run(server, results, directory, "t" + tables, tables);
            }
        }
        System.out.println(results.table());
    }
}
