package io.github.schemasplit.bench;

import io.github.schemasplit.mapping.EntryKind;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.testing.proxy.ProtocolProxy;
import io.github.schemasplit.usecase.ChangeListener;
import io.github.schemasplit.usecase.Generate;
import io.github.schemasplit.usecase.MigrationTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whole Maven processes: {@code schema:migrate} against {@code flyway:migrate} with the same moves, near and far from the server, and the
 * goals that have nothing to do against {@code flyway:info}.
 */
final class MavenMigrationBench {
    private static final int ROUNDS = 7;
    private static final double IDLE_BOUND = 1;
    private static final double NEAR_BOUND = 0.9;
    private static final double FAR_BOUND = 0.5;
    private static final Duration ONE_WAY = Duration.ofMillis(10);
    private static final String COPY = "maven_migrated";
    private static final String DONE = "maven_done";
    private static final String STATEMENTS = "statements";
    private static final String BLOCK = "block";

    private final BenchServer server;
    private final Results results;
    private final String template;
    private final MavenProject maven;

    private MavenMigrationBench(BenchServer server, Results results, String template, MavenProject maven) {
        this.server = server;
        this.results = results;
        this.template = template;
        this.maven = maven;
    }

    /**
     * @param template a synthetic database to which nobody is connected
     */
    static void run(BenchServer server, Results results, Path directory, String template, int tables) throws Exception {
        Mapping mapping = SyntheticMapping.of(tables);
        MavenProject maven =
                new MavenProject(directory.resolve("maven-migration"), server.url(template), yaml(mapping));
        MavenMigrationBench bench = new MavenMigrationBench(server, results, template, maven);
        bench.writeScripts(mapping);
        bench.run(tables);
    }

    private void run(int tables) throws Exception {
        String done = server.copy(template, DONE);
        maven.run("schema:migrate", "-Dbench.url=" + done);
        maven.run("schema:verify", "-Dbench.url=" + done);
        maven.run("flyway:info", "-Dbench.url=" + done);
        for (String goal : List.of("schema:migrate", "schema:verify")) {
            results.add(Ratio.of(
                    "mvn -o " + goal + " with nothing to do : mvn -o flyway:info",
                    Times.inTurn(
                            1,
                            ROUNDS,
                            () -> maven.run("-o", goal, "-Dbench.url=" + done),
                            () -> maven.run("-o", "flyway:info", "-Dbench.url=" + done)),
                    IDLE_BOUND));
        }
        server.drop(DONE);
        try (ProtocolProxy proxy = ProtocolProxy.to(server.port()).delay(ONE_WAY)) {
            String near = server.url(COPY);
            String far = proxy.url(COPY);
            compare(tables + " tables", near, STATEMENTS, "", NEAR_BOUND);
            compare(tables + " tables", near, BLOCK, ", one DO", Ratio.NONE);
            compare(tables + " tables, RTT 20 ms", far, STATEMENTS, "", FAR_BOUND);
            compare(tables + " tables, RTT 20 ms", far, BLOCK, ", one DO", Ratio.NONE);
        }
    }

    private void compare(String what, String url, String migrations, String how, double bound) throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = -1; round < ROUNDS; round++) {
            double our = onCopy("schema:migrate", url, migrations);
            double their = onCopy("flyway:migrate", url, migrations);
            // The first round warms up.
            if (round >= 0) {
                ours.add(our);
                theirs.add(their);
            }
        }
        results.add(Ratio.of(
                "mvn -o schema:migrate : flyway:migrate" + how + ", " + what, median(ours), median(theirs), bound));
    }

    /** How long a goal takes on a fresh copy of the database, in seconds. */
    private double onCopy(String goal, String url, String migrations) throws Exception {
        server.copy(template, COPY);
        try {
            long start = System.nanoTime();
            maven.run("-o", goal, "-Dbench.url=" + url, "-Dbench.migrations=" + migrations);
            return (System.nanoTime() - start) / 1e9;
        } finally {
            server.drop(COPY);
        }
    }

    private void writeScripts(Mapping mapping) throws Exception {
        Path directory = maven.directory();
        Generate generate = new Generate(
                BenchWorkplace.of(server.url(template), directory.resolve("scripts")), ChangeListener.NONE);
        String block = generate.run(mapping, Optional.empty()).report().plan().operations().stream()
                .map(o -> o.statement().sql() + ";\n")
                .collect(Collectors.joining(
                        "", "DO $block$ BEGIN\nSET LOCAL search_path = pg_catalog, pg_temp;\n", "END $block$;\n"));
        Files.writeString(Files.createDirectories(directory.resolve(BLOCK)).resolve("V1__split_schemas.sql"), block);
        generate.run(
                mapping, Optional.of(new MigrationTool.Flyway(directory.resolve(STATEMENTS), "flyway_schema_history")));
    }

    private static String yaml(Mapping mapping) {
        return mapping.targets().stream()
                .map(t -> "  " + t.name().value().value() + ":\n    tables: ["
                        + t.entries(EntryKind.TABLES).stream()
                                .map(p -> '"' + p.value().text() + '"')
                                .collect(Collectors.joining(", "))
                        + "]\n")
                .collect(Collectors.joining("", "compatibility: none\nroutineBodies: report\nschemas:\n", ""));
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().toList().get(seconds.size() / 2);
    }
}
