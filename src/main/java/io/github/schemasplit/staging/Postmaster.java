package io.github.schemasplit.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** A server process that runs on a data directory. */
record Postmaster(ProcessHandle process) {
    private static final String PID_FILE = "postmaster.pid";
    /** A server without clients, such as initdb's, writes its process id as a negative number. */
    private static final String STANDALONE = "-";

    private static final Pattern PROGRAM = Pattern.compile("(.*[/\\\\])?(postgres|initdb)(\\.exe)?");
    private static final long STOP_SECONDS = 10;
    /** The process begins a little before it writes down when. */
    private static final Duration START_TOLERANCE = Duration.ofSeconds(3);

    /**
     * The server that runs on {@code data}, if one does. A file that a killed server left can name a process that has nothing
     * to do with the directory, even another server: one that is not known to work here is none.
     */
    static Optional<Postmaster> on(Path data) throws IOException {
        Path file = data.resolve(PID_FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.stream()
                .findFirst()
                .map(String::strip)
                .map(pid -> pid.startsWith(STANDALONE) ? pid.substring(1) : pid)
                .filter(pid -> pid.matches("\\d{1,18}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(ProcessHandle::isAlive)
                .filter(Postmaster::looksLikeServer)
                .filter(process -> names(process, data) || worksIn(process, data, lines))
                .map(Postmaster::new);
    }

    /** Every server makes its data directory its working directory; where systems do not tell that, its start must fit. */
    private static boolean worksIn(ProcessHandle process, Path data, List<String> pidFile) {
        Path link = Path.of("/proc", String.valueOf(process.pid()), "cwd");
        try {
            return Files.readSymbolicLink(link).equals(data.toRealPath());
        } catch (IOException | UnsupportedOperationException e) {
            return startFits(process, pidFile);
        }
    }

    /** The third line is the start, in seconds since 1970. */
    private static boolean startFits(ProcessHandle process, List<String> pidFile) {
        return pidFile.stream()
                .skip(2)
                .findFirst()
                .map(String::strip)
                .filter(seconds -> seconds.matches("\\d{1,11}"))
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)))
                .flatMap(written -> process.info()
                        .startInstant()
                        .map(start -> Duration.between(start, written).abs()))
                .map(difference -> difference.compareTo(START_TOLERANCE) <= 0)
                .orElse(false);
    }

    /**
     * Ends what a killed build left working on {@code data}: a server, or initdb with the servers it runs, which would clear the
     * directory when they fail.
     */
    static void killLeftovers(Path data) throws IOException {
        ProcessHandle.allProcesses()
                .filter(process -> names(process, data))
                .map(Postmaster::new)
                .forEach(Postmaster::kill);
        on(data).ifPresent(Postmaster::kill);
    }

    private static boolean names(ProcessHandle process, Path data) {
        return looksLikeServer(process)
                && process.info()
                        .arguments()
                        .map(arguments -> Arrays.asList(arguments).contains(data.toString()))
                        .orElse(false);
    }

    /** Process ids are used again: another program's process is none of ours. */
    private static boolean looksLikeServer(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> PROGRAM.matcher(command).matches())
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
