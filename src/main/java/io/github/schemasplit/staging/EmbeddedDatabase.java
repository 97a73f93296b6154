package io.github.schemasplit.staging;

import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.HostPort;
import io.github.schemasplit.sql.Identifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A PostgreSQL of our own with one database, {@code postgres}, filled by a preset and by init scripts. It runs until it is closed, or until
 * the process ends.
 */
public final class EmbeddedDatabase implements DisposableDatabase {
    private final EmbeddedServer server;
    private final DataDirectory directory;
    private final Path log;
    private final boolean reused;
    private final boolean outdated;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread closeAtExit = new Thread(this::close, "embedded-postgres-stop");

    private EmbeddedDatabase(
            EmbeddedServer server, DataDirectory directory, Path log, boolean reused, boolean outdated) {
        this.server = server;
        this.directory = directory;
        this.log = log;
        this.reused = reused;
        this.outdated = outdated;
    }

    /**
     * Starts a server, and gives it the preset and runs the init scripts when its data is new.
     *
     * @throws EmbeddedDatabaseException when it cannot be started
     * @throws InitScriptException when an init script fails; nothing runs then, and a kept directory is begun anew next time
     */
    public static EmbeddedDatabase start(EmbeddedOptions options, BinariesResolver resolver) {
        ServerBinaries binaries = ServerBinaries.resolve(options.major(), resolver);
        InitFingerprint scripts = InitFingerprint.of(options.preset(), options.initScripts());
        try {
            EmbeddedDatabase database = start(options, binaries, scripts);
            Runtime.getRuntime().addShutdownHook(database.closeAtExit);
            try {
                database.load(options, scripts);
                return database;
            } catch (SQLException | RuntimeException e) {
                database.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new EmbeddedDatabaseException(
                    "the embedded PostgreSQL could not be set up: " + e.getMessage() + "; its log is " + options.log(),
                    e);
        }
    }

    private static EmbeddedDatabase start(EmbeddedOptions options, ServerBinaries binaries, InitFingerprint scripts)
            throws IOException {
        DirectoryLock work = DirectoryLock.lock(options.workDirectory());
        try {
            DataDirectory directory = options.keptDirectory().isPresent()
                    ? KeptDirectory.open(options.keptDirectory().get(), options.major())
                    : DisposableDirectory.create(options.workDirectory());
            return start(options, binaries, scripts, directory);
        } finally {
            work.close();
        }
    }

    private static EmbeddedDatabase start(
            EmbeddedOptions options, ServerBinaries binaries, InitFingerprint scripts, DataDirectory directory)
            throws IOException {
        try {
            Files.createDirectories(options.log().resolve("..").normalize());
            Files.deleteIfExists(options.log());
            Path unpacked = Files.createDirectories(options.workDirectory().resolve("binaries"));
            EmbeddedServer server = EmbeddedServer.start(binaries, unpacked, directory.data(), options.log());
            return new EmbeddedDatabase(
                    server, directory, options.log(), directory.isLoaded(), directory.isLoadedFromOther(scripts));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private void load(EmbeddedOptions options, InitFingerprint scripts) throws SQLException, IOException {
        if (reused) {
            return;
        }
        if (options.preset().isPresent()) {
            // On a connection of its own: the scripts' one begins with the settings that the preset gives their role.
            try (Connection connection = server.connect()) {
                InitLoader.load(connection, options.preset().get());
            }
        }
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            InitLoader.load(connection, options.initScripts());
            statement.execute("CHECKPOINT");
        }
        directory.markLoaded(scripts);
    }

    @Override
    public ConnectionSettings settings() {
        return new ConnectionSettings(
                List.of(new HostPort("localhost", port())), "postgres", user(), Optional.empty(), new TreeMap<>());
    }

    @Override
    public boolean ownsServer() {
        return true;
    }

    @Override
    public void owns(Collection<Identifier> roles) {
        // They go with the server.
    }

    /** The JDBC URL, without user; there is no password. */
    public String url() {
        return server.url();
    }

    /** The superuser to connect as. */
    public String user() {
        return EmbeddedServer.USER;
    }

    public int port() {
        return server.port();
    }

    /** The server's log. */
    public Path log() {
        return log;
    }

    /** Whether its data was there before, so that neither preset nor init script ran. */
    public boolean isReused() {
        return reused;
    }

    /** Whether preset or init scripts have changed since its data was made; deleting its directory begins anew. */
    public boolean isOutdated() {
        return outdated;
    }

    /** Stops the server and removes its data, unless it is kept. A second call does nothing. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        ProcessEnd.forget(closeAtExit);
        try {
            stop();
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    "the embedded PostgreSQL could not be cleared away: " + e.getMessage(), e);
        }
    }

    private void stop() throws IOException {
        try {
            server.close();
        } finally {
            directory.close();
        }
    }

    @Override
    public String toString() {
        return "an embedded PostgreSQL on port " + port();
    }
}
