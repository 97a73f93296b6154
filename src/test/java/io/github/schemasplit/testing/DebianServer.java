package io.github.schemasplit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL of the machine's Debian packages, for the extensions that the embedded one has not. */
public final class DebianServer implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

    private static final Map<String, String> PACKAGES = Map.of("pg_cron", "cron");

    private final List<String> stop;
    private final TestServer server;

    private DebianServer(List<String> stop, TestServer server) {
        this.stop = stop;
        this.server = server;
    }

    /**
     * Starts one that has an extension; it ends when it is closed. Where there is none the test is skipped, with a reason that is
     * printed.
     *
     * @param library the extension's library, such as {@code plpgsql_check}
     * @param directory an empty folder for its data
     * @param settings further settings, each {@code name=value}
     */
    public static DebianServer with(String library, Path directory, String... settings) {
        Path version = installed(library)
                .orElseThrow(() -> ClientProgram.skip(
                        "no PostgreSQL of Debian's packages has " + library + ": apt-get install postgresql-15-"
                                + PACKAGES.getOrDefault(library, library.replace('_', '-'))));
        try {
            Path data = directory.resolve("data");
            int port = freePort();
            run(version, "initdb", "-D", data.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N");
            List<String> options = new ArrayList<>(List.of(
                    "-p " + port, "-c unix_socket_directories=''", "-c fsync=off", "-c listen_addresses=localhost"));
            Stream.of(settings).map(setting -> "-c " + setting).forEach(options::add);
            run(
                    version,
                    "pg_ctl",
                    "-D",
                    data.toString(),
                    "-w",
                    "-l",
                    directory.resolve("log").toString(),
                    "-o",
                    String.join(" ", options),
                    "start");
            return new DebianServer(
                    command(version, "pg_ctl", "-D", data.toString(), "-m", "immediate", "stop"),
                    new TestServer(version.getFileName() + ".0", port));
        } catch (IOException e) {
            throw new UncheckedIOException("could not start the PostgreSQL in " + version, e);
        }
    }

    public TestServer server() {
        return server;
    }

    private static Optional<Path> installed(String library) {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.filter(v -> Files.exists(v.resolve("bin/initdb"))
                            && Files.exists(v.resolve("lib").resolve(library + ".so")))
                    .sorted()
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** Root is nobody there: the server refuses to run as root. */
    private static List<String> command(Path version, String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(version.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static void run(Path version, String program, String... arguments) {
        run(command(version, program, arguments));
    }

    private static void run(List<String> command) {
        ClientProgram.Outcome outcome = ClientProgram.run(command);
        if (outcome.exitCode() != 0) {
            throw new IllegalStateException(command + ": " + outcome.text());
        }
    }

    @Override
    public void close() {
        run(stop);
    }
}
