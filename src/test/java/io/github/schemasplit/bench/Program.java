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
}
