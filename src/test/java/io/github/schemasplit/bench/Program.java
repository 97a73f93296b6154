package io.github.schemasplit.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program of the machine, run to its end. */
final class Program {
    private Program() {}

    /**
     * Runs it, with its output in a file.
     *
     * @throws IllegalStateException with the output, when it fails
     */
    static void run(Path directory, Path output, List<String> command) throws IOException, InterruptedException {
        int status = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException(
                    command + " ended with " + status + ":\n" + Files.readString(output, StandardCharsets.UTF_8));
        }
    }

    /** Has psql execute a script of a directory in one transaction. */
    static void psql(Path directory, BenchServer server, String database, String script)
            throws IOException, InterruptedException {
        String port = String.valueOf(server.port());
        run(
                directory,
                directory.resolve("psql.log"),
                List.of(
                        "psql",
                        "-X",
                        "-q",
                        "-1",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-h",
                        "localhost",
                        "-p",
                        port,
                        "-U",
                        "postgres",
                        "-f",
                        script,
                        database));
    }
}
