package io.github.schemasplit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures what the plugin promises of the speed of reading sources, against what it takes to read their bytes, and of its memory. It needs
 * no database: run with the other benchmarks by {@code mvn -B -Pbench verify}, alone by {@code mvn -B -Pbench verify -Dtest=SourceSpeedBench}.
 */
class SourceSpeedBench {
    private static final int FILES = 10_000;
    private static final int FEWER = 2_500;
    private static final int MOST_MILLISECONDS = 60_000;
    private static final int MEBIBYTES = 192;

    private final Results results = new Results();

    @TempDir
    Path folder;

    @Test
    void everyBoundHolds() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        Path large = Files.createDirectory(folder.resolve("large"));
        SyntheticSources.write(small, FEWER);
        long bytes = SyntheticSources.write(large, FILES);
        long lines = (long) FILES * SyntheticSources.LINES;
        System.out.printf("%d files, %d lines, %d MB%n", FILES, lines, bytes / 1_000_000);
        Trial few = refactor(small);
        Trial all = refactor(large);

        results.add(
                Ratio.ofLimit("read " + FILES + " files of sources, in ms", all.milliseconds, MOST_MILLISECONDS, "ms"));
        results.add(Ratio.of("read them : git grep for a table", all.seconds(), grep(large), Ratio.NONE));
        results.add(Ratio.of("read them : only their bytes", all.seconds(), bytes(large), Ratio.NONE));
        results.add(Ratio.ofLimit("peak heap of that", all.mebibytes, MEBIBYTES, "MiB"));
        results.add(Ratio.ofGrowth(
                "time for four times the files : files", all.seconds() / few.seconds(), (double) FILES / FEWER, 1.5));
        System.out.println(results.table());
        assertThat(results.broken()).as("bounds that do not hold").isEmpty();
    }

    /**
     * @param milliseconds how long it took
     * @param mebibytes how full the heap was
     */
    private record Trial(long milliseconds, long mebibytes) {
        double seconds() {
            return milliseconds / 1e3;
        }
    }

    private Trial refactor(Path tree) throws Exception {
        Path output = Files.createDirectory(folder.resolve(tree.getFileName() + "-report"));
        Path log = output.resolve("trial.log");
        Program.run(
                output,
                log,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + MEBIBYTES + "m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SourceTrial.class.getName(),
                        tree.toString(),
                        SyntheticSources.mapping().toAbsolutePath().toString(),
                        output.toString()));
        System.out.print(Files.readString(log));
        String[] result = Files.readString(output.resolve("result")).split(" ");
        return new Trial(Long.parseLong(result[0]), Long.parseLong(result[1]));
    }

    private double grep(Path tree) throws Exception {
        long start = System.nanoTime();
        Program.run(
                tree,
                folder.resolve("grep.out"),
                List.of("git", "grep", "--no-index", "-c", "-w", "-E", "orders|users|topics|products|sessions"));
        return (System.nanoTime() - start) / 1e9;
    }

    private static double bytes(Path tree) throws Exception {
        long start = System.nanoTime();
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.readAllBytes(file);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
