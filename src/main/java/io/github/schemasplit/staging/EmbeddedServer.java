package io.github.schemasplit.staging;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A running server. All that it and its tools say goes to its log. */
final class EmbeddedServer implements AutoCloseable {
    static final String USER = "postgres";

    private static final Duration STARTUP = Duration.ofSeconds(60);
    private static final int LOG_LINES = 5;
    /** The data must survive the end of the process, not of the machine; a large dump may be one transaction. */
    private static final Map<String, String> SETTINGS = Map.of(
            "fsync", "off",
            "full_page_writes", "off",
            "wal_level", "logical",
            "max_connections", "100",
            "max_locks_per_transaction", "1024",
            "log_min_error_statement", "panic",
            "unix_socket_directories", "");

    private final EmbeddedPostgres postgres;
    private final Path data;

    private EmbeddedServer(EmbeddedPostgres postgres, Path data) {
        this.postgres = postgres;
        this.data = data;
    }

    /**
     * Starts a server on {@code data}, which is made when it is not there.
     *
     * @param unpacked where the server's programs are unpacked to; the caller has locked it
     * @throws EmbeddedDatabaseException when it does not start
     */
    static EmbeddedServer start(ServerBinaries binaries, Path unpacked, Path data, Path log) throws IOException {
        QuietLibrary.hush();
        removeHalfUnpacked(unpacked);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPgBinaryResolver((system, hardware) -> binaries.open())
                .setOverrideWorkingDirectory(unpacked.toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C")
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                .setPGStartupWait(STARTUP);
        SETTINGS.forEach(builder::setServerConfig);
        try {
            EmbeddedServer server = new EmbeddedServer(builder.start(), data);
            server.check();
            return server;
        } catch (IOException | SQLException | RuntimeException | ExceptionInInitializerError e) {
            Postmaster.on(data).ifPresent(Postmaster::kill);
            throw new EmbeddedDatabaseException(
                    "the embedded PostgreSQL did not start; its log " + log + " ends with:\n"
                            + String.join("\n", tail(log)),
                    e);
        }
    }

    /** A start that was killed while it unpacked leaves a directory without this mark. */
    private static void removeHalfUnpacked(Path unpacked) throws IOException {
        for (Path child : Directories.children(unpacked)) {
            if (Files.isDirectory(child) && !Files.exists(child.resolve(".exists"))) {
                Directories.delete(child);
            }
        }
    }

    /** Another server can have taken the port between its choice and its use. */
    private void check() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_catalog.current_setting('data_directory')")) {
            row.next();
            if (!Path.of(row.getString(1)).equals(data)) {
                throw new IllegalStateException(
                        "port " + port() + " was taken by another server meanwhile: start again");
            }
        }
    }

    private static List<String> tail(Path log) throws IOException {
        if (!Files.exists(log)) {
            return List.of("(nothing)");
        }
        List<String> lines = Files.readAllLines(log);
        return lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
    }

    int port() {
        return postgres.getPort();
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port() + "/postgres";
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url() + "?user=" + USER + "&preferQueryMode=simple");
    }

    /** Stops it, as gently as it lets itself be stopped. */
    @Override
    public void close() throws IOException {
        postgres.close();
        Postmaster.on(data).ifPresent(Postmaster::kill);
    }
}
