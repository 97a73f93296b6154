package io.github.schemasplit.backup;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A program that is run to its end. When the build is interrupted or ends before, so does the program.
 *
 * @param command the program and its arguments
 * @param environment variables that it gets; those of PostgreSQL's programs that the build has by chance it does not get
 * @param input a file that is its standard input; otherwise that is empty
 * @param output a file that its standard output goes to; otherwise that is collected
 * @param lines is given each line of its standard error, as it is written
 */
record ProgramRun(
        List<String> command,
        Map<String, String> environment,
        Optional<Path> input,
        Optional<Path> output,
        Consumer<String> lines) {
    private static final List<String> KEPT_VARIABLES = List.of("PGPASSFILE", "PGSYSCONFDIR", "PGCLIENTENCODING");

    /** What a short command says. */
    static ProgramOutcome collect(List<String> command) {
        return collect(command, "");
    }

    /** What a short command says that is given something to read. */
    static ProgramOutcome collect(List<String> command, String input) {
        return new ProgramRun(command, Map.of(), Optional.empty(), Optional.empty(), line -> {}).run(input);
    }

    ProgramOutcome run() {
        return run("");
    }

    private ProgramOutcome run(String text) {
        Process process = start();
        AtExit atExit = AtExit.run("schema-end-" + process.pid(), process::destroy);
        Reader said = new Reader(process.getInputStream());
        said.start();
        try (atExit) {
            if (input.isEmpty()) {
                give(process, text);
            }
            String errors = follow(process.getErrorStream());
            said.join();
            return new ProgramOutcome(process.waitFor(), said.text(), errors);
        } catch (IOException e) {
            throw new ProgramFailedException("What " + command.get(0) + " says can not be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailedException(command.get(0) + " was interrupted", e);
        } finally {
            process.destroy();
        }
    }

    private Process start() {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") && !KEPT_VARIABLES.contains(name));
        builder.environment().putAll(environment);
        input.ifPresent(file -> builder.redirectInput(file.toFile()));
        output.ifPresent(file -> builder.redirectOutput(file.toFile()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new ProgramFailedException(command.get(0) + " can not be run: " + e.getMessage(), e);
        }
    }

    /** A program that does not read what it is given says itself why it ended. */
    private static void give(Process process, String text) {
        try (OutputStream stream = process.getOutputStream()) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Its exit code tells.
        }
    }

    /** Here and not in a thread, so that whoever is told of a line is told by the one that waits for the program. */
    private String follow(InputStream stream) throws IOException {
        ProgramErrors errors = new ProgramErrors();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                errors.add(line);
                lines.accept(line);
            }
        }
        return errors.text();
    }

    /** Reads standard output while the program runs. */
    private static final class Reader extends Thread {
        private final InputStream stream;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Reader(InputStream stream) {
            super("schema-program");
            setDaemon(true);
            this.stream = stream;
        }

        @Override
        public void run() {
            try (stream) {
                stream.transferTo(bytes);
            } catch (IOException e) {
                // It was ended, which its exit code tells.
            }
        }

        /** After it has ended. */
        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
