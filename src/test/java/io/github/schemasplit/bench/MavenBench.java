package io.github.schemasplit.bench;

import io.github.schemasplit.staging.InitLoader;
import io.github.schemasplit.staging.InitScripts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;

/** {@code mvn -o schema:analyze} against {@code mvn -o flyway:info}, both from the same POM and on the sample database. */
final class MavenBench {
    private static final double BOUND = 1;
    private static final Path SAMPLE = Path.of("src", "it", "demo");

    private MavenBench() {}

    static void run(BenchServer server, Results results, Path directory) throws Exception {
        String url = server.create("sample");
        try (Connection connection = DriverManager.getConnection(url)) {
            InitLoader.load(connection, InitScripts.expand(List.of("database/V*.sql"), SAMPLE.toAbsolutePath()));
        }
        MavenProject maven =
                new MavenProject(directory.resolve("maven"), url, Files.readString(SAMPLE.resolve("mapping.yml")));
        maven.run("schema:analyze");
        maven.run("flyway:info");
        results.add(Ratio.of(
                "mvn -o schema:analyze : mvn -o flyway:info",
                Times.inTurn(2, 11, () -> maven.run("-o", "schema:analyze"), () -> maven.run("-o", "flyway:info")),
                BOUND));
    }
}
