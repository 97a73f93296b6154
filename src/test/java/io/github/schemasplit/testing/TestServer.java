package io.github.schemasplit.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A real PostgreSQL of one version, started once for a test run. */
public final class TestServer {
    private static final Map<String, TestServer> RUNNING = new ConcurrentHashMap<>();

    /** From here on a database is copied by way of the WAL unless one says otherwise. */
    private static final int COPYING_MAJOR = 15;

    private static final String DROP_ROLES = """
            DO $$ DECLARE r text; BEGIN
                FOR r IN SELECT rolname FROM pg_roles WHERE rolname ~ '^%s[ _]' LOOP
                    EXECUTE format('DROP ROLE %%I', r);
                END LOOP;
            END $$""";

    private final String version;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    private TestServer(String version, Map<String, String> settings) {
        this.version = version;
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setPgBinaryResolver((system, hardware) -> binaries(version))
                    .setOverrideWorkingDirectory(
                            directory().resolve("work-" + version).toFile())
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("wal_level", "logical")
                    .setServerConfig("max_prepared_transactions", "5")
                    .setPGStartupWait(Duration.ofSeconds(60));
            settings.forEach(builder::setServerConfig);
            this.port = builder.start().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException("could not start PostgreSQL " + version, e);
        }
    }

    /**
     * @param version such as {@code 15.0}
     */
    TestServer(String version, int port) {
        this.version = version;
        this.port = port;
    }

    /** The versions of this test run: the oldest and the newest supported, or the one that {@code -Dpg=N} names. */
    public static List<String> versions() {
        return Stream.of("test.postgres.oldest", "test.postgres.newest")
                .map(System::getProperty)
                .distinct()
                .toList();
    }

    /** The running server of a version; the first call starts it. */
    public static TestServer of(String version) {
        return RUNNING.computeIfAbsent(version, v -> new TestServer(v, Map.of()));
    }

    /** The running server of the newest version of this test run. */
    public static TestServer newest() {
        List<String> versions = versions();
        return of(versions.get(versions.size() - 1));
    }

    /** A new server of the newest version of this test run, for a test that kills it; it ends with the test run. */
    public static TestServer another() {
        return another(Map.of());
    }

    /** The same with settings of its own. */
    public static TestServer another(Map<String, String> settings) {
        List<String> versions = versions();
        return new TestServer(versions.get(versions.size() - 1), settings);
    }

    /** A new server of the same version; it ends with the test run. */
    TestServer ofSameVersion() {
        return new TestServer(version, Map.of());
    }

    public int major() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    public int port() {
        return port;
    }

    /** A new empty database. */
    public TestDatabase createDatabase() {
        return createDatabase("template1");
    }

    /** A new copy of a database to which nobody is connected. */
    public TestDatabase createDatabase(String template) {
        String name = "test" + databases.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + template
                + (major() < COPYING_MAJOR ? "" : " STRATEGY FILE_COPY"));
        return new TestDatabase(this, name);
    }

    /** Drops a database and the roles that a test named for it, which would stay with their settings for the tests that follow. */
    void drop(String database) {
        execute("DROP DATABASE " + database + " WITH (FORCE)");
        execute(DROP_ROLES.formatted(database));
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + port() + "/" + database + "?user=postgres";
    }

    /** The archive of its programs, in the jar that carries it. */
    public Path archive() {
        return directory().resolve(version + ".jar");
    }

    /** The folder that its programs were unpacked to, with {@code bin}, {@code lib} and {@code share}. */
    public Path programs() {
        try (Stream<Path> unpacked = Files.list(directory().resolve("work-" + version))) {
            return unpacked.filter(path -> Files.isDirectory(path.resolve("bin")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("could not list the programs of " + this, e);
        }
    }

    private static Path directory() {
        return Path.of(System.getProperty("test.postgres.directory"));
    }

    private static InputStream binaries(String version) throws IOException {
        Path jar = directory().resolve(version + ".jar");
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
    public String toString() {
        return "PostgreSQL " + version;
    }
}
