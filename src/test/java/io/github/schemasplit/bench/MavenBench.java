package io.github.schemasplit.bench;

import io.github.schemasplit.staging.InitLoader;
import io.github.schemasplit.staging.InitScripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code mvn -o schema:analyze} against {@code mvn -o flyway:info}, both from the same POM and on the sample database. */
final class MavenBench {
    private static final double BOUND = 1;
    private static final Path SAMPLE = Path.of("src", "it", "demo");

    private final Path project;
    private final String database;

    private MavenBench(Path project, String database) {
        this.project = project;
        this.database = database;
    }

    static void run(BenchServer server, Results results, Path directory) throws Exception {
        String url = server.create("sample");
        try (Connection connection = DriverManager.getConnection(url)) {
            InitLoader.load(connection, InitScripts.expand(List.of("database/V*.sql"), SAMPLE.toAbsolutePath()));
        }
        MavenBench bench = new MavenBench(Files.createDirectories(directory.resolve("maven")), url);
        bench.writeProject();
        bench.maven("schema:analyze");
        bench.maven("flyway:info");
        results.add(Ratio.of(
                "mvn -o schema:analyze : mvn -o flyway:info",
                Times.inTurn(2, 11, () -> bench.maven("-o", "schema:analyze"), () -> bench.maven("-o", "flyway:info")),
                BOUND));
    }

    private void writeProject() throws IOException {
        Path repository = Path.of(System.getProperty("bench.local.repository"));
        Map<String, String> values = Map.of(
                "@project.version@", System.getProperty("bench.plugin.version"),
                "@flyway.version@", System.getProperty("bench.flyway.version"),
                "@postgresql.version@", System.getProperty("bench.postgresql.version"),
                "@url@", database,
                "@localRepositoryUrl@", repository.toUri().toString());
        write("settings.xml", Files.readString(Path.of("src", "it", "settings.xml")), values);
        write("mapping.yml", Files.readString(SAMPLE.resolve("mapping.yml")), Map.of());
        try (var pom = MavenBench.class.getResourceAsStream("pom.xml")) {
            write("pom.xml", new String(pom.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8), values);
        }
    }

    private void write(String name, String template, Map<String, String> values) throws IOException {
        String text = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace(value.getKey(), value.getValue());
        }
        Files.writeString(project.resolve(name), text);
    }

    private void maven(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("bench.maven.home"), "bin", "mvn").toString(),
                "-B",
                "-s",
                "settings.xml",
                "-Dmaven.repo.local=" + System.getProperty("bench.plugin.repository")));
        command.addAll(List.of(arguments));
        Program.run(project, project.resolve("mvn.log"), command);
    }
}
