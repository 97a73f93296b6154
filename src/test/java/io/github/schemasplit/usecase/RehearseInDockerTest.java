package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.DockerEngine;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** A copy in a container, with Testcontainers on no class path but the one that is made for it. */
class RehearseInDockerTest {
    private static final Pattern TESTCONTAINERS =
            Pattern.compile(".*/(testcontainers|docker-java|duct-tape|jna|commons-(compress|io|codec))\\b[^/]*\\.jar");

    @TempDir
    private Path output;

    @TempDir
    private Path docker;

    @PostgresTest(takesLong = true)
    void goesTheWholeWayInAContainerThatIsGoneAfterwards(TestDatabase database) throws IOException {
        try (DockerEngine engine = DockerEngine.answering(docker)) {
            String image = engine.image(database.server(), Files.createDirectory(output.resolve("image")));
            String shop = "CREATE TABLE orders (id serial PRIMARY KEY); CREATE ROLE rehearsed_in_docker;";
            database.execute("CREATE TABLE orders (id serial PRIMARY KEY)");
            List<String> command = List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-cp",
                    classPath(false),
                    RehearsalInDocker.class.getName(),
                    database.url(),
                    image,
                    output.toString(),
                    Files.writeString(output.resolve("shop.sql"), shop).toString(),
                    classPath(true));
            ClientProgram.Outcome outcome = ClientProgram.run(command, engine.environment());

            assertThat(outcome.exitCode()).as(outcome.text()).isZero();
            assertThat(outcome.text())
                    .contains("on a container of " + image + " (PostgreSQL "
                            + database.server().major())
                    .contains("Nothing speaks against it.")
                    .doesNotContain("Exception");
            assertThat(Files.readString(output.resolve(Rehearse.FILE))).contains("\"outcome\" : \"passed\"");
            assertThat(engine.containers(image)).isEmpty();
        }
    }

    /** The jars of this test that are Testcontainers', or all others. */
    private static String classPath(boolean testcontainers) {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(all.split(File.pathSeparator))
                .filter(entry ->
                        TESTCONTAINERS.matcher(entry.replace('\\', '/')).matches() == testcontainers)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
