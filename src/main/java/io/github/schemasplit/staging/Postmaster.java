package io.github.schemasplit.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server process that runs on a data directory. */
record Postmaster(ProcessHandle process) {
    private static final String PID_FILE = "postmaster.pid";
    private static final long STOP_SECONDS = 10;

    /** The server that runs on {@code data}, if one does. */
    static Optional<Postmaster> on(Path data) throws IOException {
        Path file = data.resolve(PID_FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return Files.readString(file)
                .lines()
                .findFirst()
                .map(String::strip)
                .filter(pid -> pid.matches("\\d{1,18}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(ProcessHandle::isAlive)
                .filter(Postmaster::looksLikeServer)
                .map(Postmaster::new);
    }

    /** Process ids are used again: another program's process is none of ours. */
    private static boolean looksLikeServer(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(true);
    }

    long pid() {
        return process.pid();
    }

    /** Ends it at once; its data is left as after a crash. */
    void kill() {
        process.destroyForcibly();
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new EmbeddedDatabaseException(
                    "the PostgreSQL process " + pid() + " cannot be stopped: stop it by hand", e);
        }
    }
}
