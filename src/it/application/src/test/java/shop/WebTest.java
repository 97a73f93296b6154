package shop;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The application of Node.js, for which npm fetches what it needs. */
class WebTest {
    private static final Path WEB = Path.of("web");

    private static List<String> results;

    @BeforeAll
    static void fetch() throws Exception {
        if (Stream.of(System.getenv("PATH").split(File.pathSeparator)).noneMatch(f -> Files.exists(Path.of(f, "npm")))) {
            skip("there is no npm on the PATH");
        }
        String said = run("npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts");
        if (!Files.exists(WEB.resolve("node_modules/pg"))) {
            skip("npm could not fetch what the application needs: " + said.strip());
        }
        results = run("node", "check.mjs").lines().toList();
    }

    private static void skip(String reason) {
        System.out.println("Skipped: " + reason);
        abort(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"topTopics", "flagsOfKnownTable", "activeUsers", "productsBySql", "ordersByTemplate"})
    void works(String part) {
        assertTrue(results.contains(part + " ok"), () -> String.join("\n", results));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(WEB.toFile()).redirectErrorStream(true);
        builder.environment().put("PGPORT", Database.port());
        builder.environment().put("PGUSER", Database.USER);
        builder.environment().put("PGHOST", "localhost");
        builder.environment().put("PGDATABASE", "postgres");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
