package io.github.schemasplit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The machine's PgBouncer before a server, on a port of its own and with its default settings, but that it pools transactions:
 * whoever connects, the server sees its superuser.
 */
public final class PgBouncer implements AutoCloseable {
    /** Debian keeps it where only root's PATH leads. */
    private static final List<String> PROGRAMS =
            List.of("pgbouncer", "/usr/sbin/pgbouncer", "/opt/homebrew/bin/pgbouncer");

    /** It refuses to run as root, and then becomes this user, which every Unix has. */
    private static final String USER = "nobody";

    private static final long PATIENCE_MILLIS = 20_000;

    private final Process process;
    private final int port;

    private PgBouncer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one, and returns when it accepts connections. Without the program the test is skipped, with a reason that is
     * printed.
     *
     * @param connections how many connections to the server it may have for a database
     * @param directory a folder for its configuration and its log
     */
    public static PgBouncer before(TestServer server, int connections, Path directory) {
        String program = PROGRAMS.stream()
                .filter(PgBouncer::runs)
                .findFirst()
                .orElseThrow(() -> ClientProgram.skip("there is no pgbouncer on the PATH"));
        try {
            int port = freePort();
            Path configuration = directory.resolve("pgbouncer.ini");
            Files.writeString(configuration, """
                    [databases]
                    * = host=localhost port=%d user=postgres
                    [pgbouncer]
                    listen_addr = localhost
                    listen_port = %d
                    unix_socket_dir =
                    auth_type = any
                    pool_mode = transaction
                    default_pool_size = %d
                    """.formatted(server.port(), port, connections));
            List<String> command = new ArrayList<>(List.of(program));
            if (System.getProperty("user.name").equals("root")) {
                command.addAll(List.of("-u", USER));
            }
            command.add(configuration.toString());
            Path log = directory.resolve("pgbouncer.log");
            PgBouncer bouncer = new PgBouncer(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    port);
            bouncer.awaitStart(log);
            return bouncer;
        } catch (IOException e) {
            throw new UncheckedIOException("could not start PgBouncer", e);
        }
    }

    private static boolean runs(String program) {
        try {
            ClientProgram.run(List.of(program, "--version"));
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private void awaitStart(Path log) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (!isListening()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroy();
                throw new IllegalStateException("PgBouncer does not start:\n" + Files.readString(log));
            }
            sleep();
        }
    }

    private boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PgBouncer started", e);
        }
    }

    /** The port that clients connect to. */
    public int port() {
        return port;
    }

    /** The JDBC URL of a database behind it. */
    public String url(TestDatabase database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database.name() + "?user=postgres";
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
