package io.github.schemasplit.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The main goals on ten thousand tables, in a JVM that has 512 MiB of heap and no more. */
final class HeapBench {
    private static final int MEBIBYTES = 512;

    private HeapBench() {}

    static void run(BenchServer server, Results results, Path directory, String database, int tables) throws Exception {
        Path trial = Files.createDirectories(directory.resolve("heap"));
        Path log = trial.resolve("trial.log");
        Program.run(
                trial,
                log,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + MEBIBYTES + "m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeapTrial.class.getName(),
                        server.url(database),
                        String.valueOf(tables),
                        trial.toString()));
        System.out.print(Files.readString(log));
        results.add(Ratio.ofLimit(
                "peak heap of analyze, generate, migrate, verify, " + tables + " tables",
                Long.parseLong(Files.readString(trial.resolve("peak"))),
                MEBIBYTES,
                "MiB"));
    }
}
