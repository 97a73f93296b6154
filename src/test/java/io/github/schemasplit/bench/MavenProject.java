package io.github.schemasplit.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A project that has this plugin and Flyway's, with one mapping, and what Maven does in it. */
final class MavenProject {
    private final Path directory;

    /**
     * Writes it.
     *
     * @param directory an empty or new folder
     * @param database the database's URL, where the command line names no other
     */
    MavenProject(Path directory, String database, String mapping) throws IOException {
        this.directory = Files.createDirectories(directory);
        Path repository = Path.of(System.getProperty("bench.local.repository"));
        Map<String, String> values = Map.of(
                "@project.version@", System.getProperty("bench.plugin.version"),
                "@flyway.version@", System.getProperty("bench.flyway.version"),
                "@postgresql.version@", System.getProperty("bench.postgresql.version"),
                "@url@", database,
                "@localRepositoryUrl@", repository.toUri().toString());
        write("settings.xml", Files.readString(Path.of("src", "it", "settings.xml")), values);
        write("mapping.yml", mapping, Map.of());
        try (var pom = MavenProject.class.getResourceAsStream("pom.xml")) {
            write("pom.xml", new String(pom.readAllBytes(), StandardCharsets.UTF_8), values);
        }
    }

    Path directory() {
        return directory;
    }

    /** Runs Maven to its end, as a process of its own. */
    void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("bench.maven.home"), "bin", "mvn").toString(),
                "-B",
                "-s",
                "settings.xml",
                "-Dmaven.repo.local=" + System.getProperty("bench.plugin.repository")));
        command.addAll(List.of(arguments));
        Program.run(directory, directory.resolve("mvn.log"), command);
    }

    private void write(String name, String template, Map<String, String> values) throws IOException {
        String text = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace(value.getKey(), value.getValue());
        }
        Files.writeString(directory.resolve(name), text);
    }
}
