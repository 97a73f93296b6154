package io.github.schemasplit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Kills a server with {@code pg_ctl stop -m immediate} and starts it again as it was. Found out before, so that it is fast. */
public final class Crash {
    private final String program;
    private final String data;
    private final Path log;

    private Crash(String program, String data, Path log) {
        this.program = program;
        this.data = data;
        this.log = log;
    }

    /** Gets ready to kill a server. */
    public static Crash of(TestServer server) {
        try (Connection connection = DriverManager.getConnection(server.url("postgres"));
                Statement statement = connection.createStatement()) {
            return new Crash(
                    text(statement, "SELECT setting FROM pg_config WHERE name = 'BINDIR'") + "/pg_ctl",
                    text(statement, "SELECT current_setting('data_directory')"),
                    Files.createTempFile("crash", ".log"));
        } catch (SQLException e) {
            throw new IllegalStateException("asking " + server, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Kills it: no transaction that is under way ends. */
    public void stop() {
        run(List.of(program, "-D", data, "-m", "immediate", "-s", "stop"));
    }

    /** Starts it again, on the same port; it recovers before it answers. */
    public void start() {
        // With the options of its last start, which it has written down.
        run(List.of(program, "-D", data, "-s", "-w", "-t", "60", "-l", log.toString(), "restart"));
    }

    private void run(List<String> pgCtl) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to run as root; the library that starts the server does the same about it.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(pgCtl);
        try {
            int status = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException(command + " ended with " + status + ":\n" + Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command + " ran", e);
        }
    }
}
