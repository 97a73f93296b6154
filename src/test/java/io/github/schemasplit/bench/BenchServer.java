package io.github.schemasplit.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The server of the benchmark. It has locks for moving ten thousand tables at once, and counts the statements of each
 * database.
 */
final class BenchServer implements AutoCloseable {
    private static final Path DIRECTORY = Path.of(System.getProperty("test.postgres.directory"));

    private final EmbeddedPostgres postgres;

    BenchServer(String version) throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setPgBinaryResolver((system, hardware) -> binaries(version))
                .setOverrideWorkingDirectory(
                        DIRECTORY.resolve("work-" + version).toFile())
                .setServerConfig("fsync", "off")
                .setServerConfig("wal_level", "logical")
                .setServerConfig("max_locks_per_transaction", "512")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        execute("CREATE EXTENSION pg_stat_statements");
    }

    int port() {
        return postgres.getPort();
    }

    /** A new empty database, and its URL. */
    String create(String database) throws SQLException {
        execute("CREATE DATABASE " + database);
        return url(database);
    }

    /** A new copy of a database to which nobody is connected, and its URL. */
    String copy(String database, String name) throws SQLException {
        execute("CREATE DATABASE " + name + " TEMPLATE " + database);
        return url(name);
    }

    void drop(String database) throws SQLException {
        execute("DROP DATABASE " + database + " WITH (FORCE)");
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + port() + "/" + database + "?user=postgres";
    }

    /** How many statements the server carries out in that database while the work runs. */
    long statements(String database, Times.Work work) throws Exception {
        execute("SELECT pg_stat_statements_reset()");
        work.run();
        return Long.parseLong(
                text("SELECT coalesce(sum(calls), 0) FROM pg_stat_statements WHERE dbid = (SELECT oid FROM pg_database"
                        + " WHERE datname = '" + database + "')"));
    }

    String version() throws SQLException {
        return text("SHOW server_version");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static InputStream binaries(String version) throws IOException {
        Path jar = DIRECTORY.resolve(version + ".jar");
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    return new ByteArrayInputStream(zip.readAllBytes());
                }
            }
        }
        throw new IOException("no PostgreSQL in " + jar);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
