package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.schemasplit.backup.DumpFormat;
import io.github.schemasplit.backup.Manifest;
import io.github.schemasplit.backup.ProgramFinder;
import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class BackupTest {
    private static final MappingBuilder MAPPING = new MappingBuilder().tables("shop", "orders");

    @TempDir
    private Path directory;

    /** Rows that come while it dumps are not in it, nor in its numbers; and nothing is migrated beside it. */
    @PostgresTest
    void isOfOneMomentAndKeepsMigrationsWaiting(TestDatabase database) {
        Backups.require(database);
        database.execute(
                "CREATE TABLE orders AS SELECT g AS id FROM generate_series(1, 5) AS g; CREATE TABLE \"O'x\" ()");
        List<String> events = new ArrayList<>();
        List<String> waited = new ArrayList<>();
        BackupOrder order = new BackupOrder(directory.resolve("new/folder"), true, List.of(), DumpFormat.DIRECTORY, 2);
        Backup.Made backup = new Backup(Backups.workplace(database), Backups.PROGRAMS, order, event -> {
                    event.underWay().ifPresent(events::add);
                    if (event instanceof Event.AtTable at && at.work().equals("dumping") && waited.isEmpty()) {
                        database.execute("INSERT INTO orders VALUES (6)");
                        assertThatThrownBy(() -> new Migrate(
                                                Backups.workplace(database),
                                                AllowedHazards.NONE,
                                                new Persistence(
                                                        Goals.PERSISTENCE.timeouts(),
                                                        1,
                                                        java.time.Duration.ofMillis(1),
                                                        BlockerPolicy.WAIT),
                                                ChangeListener.NONE)
                                        .run(Goals.parsed(MAPPING.build())))
                                .isInstanceOf(GoalStoppedException.class)
                                .satisfies(e -> waited.add(e.getMessage()));
                    }
                })
                .run()
                .get(0);
        assertThat(waited).singleElement().asString().contains("Another run of schema-maven-plugin");
        assertThat(events)
                .contains("counting table 2 of 2, public.orders")
                .anyMatch(e -> e.startsWith("dumping table 2 of 2, "));
        assertThat(backup.manifest().rows()).containsEntry("public.orders", 5L).hasSize(2);
        assertThat(backup.manifest().origin().serverMajor())
                .isEqualTo(database.server().major());
        assertThat(order.directory().resolve(".gitignore")).hasContent("*");
        database.execute("DROP TABLE orders, \"O'x\"");
        assertThat(Backups.restore(database, backup.file()).database()).isEqualTo(RestoreTarget.State.FILLED);
        assertThat(database.query("SELECT max(id) FROM orders")).containsExactly("5");
    }

    @PostgresTest
    void waitsForNoMigrationAndSaysWhoIsAtWork(TestDatabase database) throws SQLException {
        Backups.require(database);
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("SELECT pg_advisory_xact_lock(" + 0x73636873706c6974L + ")");
            assertThatThrownBy(() -> Backups.whole(database, directory))
                    .isInstanceOf(GoalStoppedException.class)
                    .hasMessageContaining("Another run of schema-maven-plugin is changing this database (pid ");
        }
        assertThat(files(directory)).isEqualTo(List.of());
    }

    /** By a program that writes half of an archive, and is killed or fails then. */
    @PostgresTest
    void thatFailsLeavesNoFileThatLooksLikeOne(TestDatabase database) throws IOException {
        Backups.require(database);
        Path programs = Files.createDirectory(directory.resolve("programs"));
        Path backups = directory.resolve("backups");
        String real = "PATH=/usr/bin:/bin:/usr/local/bin; ";
        script(programs.resolve("pg_restore"), real + "exec pg_restore \"$@\"");
        String pretend = real + "test \"$1\" = --version && exec pg_dump --version;"
                + " for a in \"$@\"; do case $a in --file=*) echo half > \"${a#--file=}\"; esac; done; ";
        ProgramFinder finder = new ProgramFinder(Optional.of(programs), Optional.empty(), Map.of());
        for (String end :
                List.of("kill -9 $$", "echo 'pg_dump: error: No space left on device' >&2; exit 1", "exit 0")) {
            script(programs.resolve("pg_dump"), pretend + end);
            assertThatThrownBy(() -> new Backup(
                                    Backups.workplace(database),
                                    finder,
                                    BackupOrder.whole(backups, true),
                                    ChangeListener.NONE)
                            .run())
                    .isInstanceOf(GoalStoppedException.class)
                    .hasMessageStartingWith("There is no backup: ")
                    .hasMessageContaining(
                            end.startsWith("kill")
                                    ? "exit code 137"
                                    : end.startsWith("echo")
                                            ? "Make room in " + backups + ", or name another folder"
                                            : "pg_restore");
            assertThat(files(backups)).containsExactly(".gitignore");
        }
        script(programs.resolve("pg_dump"), "echo 'pg_dump (PostgreSQL) 12.1'");
        script(programs.resolve("pg_restore"), "echo 'pg_restore (PostgreSQL) 12.1'");
        database.execute("CREATE TABLE orders ()");
        assertThatThrownBy(() -> migrate(database, new BackupPolicy.Make(finder, BackupOrder.whole(backups, true))))
                .hasMessageContainingAll(
                        "Nothing was changed: a migration begins with a backup",
                        "there is PostgreSQL 12.1 in " + programs,
                        "There are three ways on",
                        "schema.pgBinaries",
                        "schema.backup=verified:<manifest>",
                        "schema.backup=none");
        assertThat(database.query("SELECT to_regnamespace('shop'), to_regnamespace('schemasplit')"))
                .containsExactly("null|null");
    }

    /** A file system of some megabytes: first smaller than what is needed, then large enough by that estimate and too small in fact. */
    @PostgresTest
    void onAFullDiskSaysHowMuchIsNeededAndFree(TestDatabase database) throws IOException, InterruptedException {
        Backups.require(database);
        database.execute("CREATE TABLE t AS SELECT ARRAY[" + "gen_random_uuid(), ".repeat(19)
                + "gen_random_uuid()] AS ids FROM generate_series(1, 15000)");
        Path disk = Files.createDirectory(directory.resolve("disk"));
        for (String size : List.of("2m", "5m")) {
            mount(disk, size);
            try {
                assertThatThrownBy(() -> Backups.whole(database, disk))
                        .isInstanceOf(GoalStoppedException.class)
                        .hasMessageContaining("schema.backup.directory")
                        .message()
                        .matches(
                                size.equals("2m")
                                        ? "There is no backup: it needs about [34]\\.\\d MB, half .* has 2.0 MB free\\. Make room.*"
                                        : "(?s).*No space left on device.*Make room in " + disk + ".*");
                assertThat(files(disk)).isSubsetOf(".gitignore");
            } finally {
                run("umount", disk.toString());
            }
        }
    }

    @PostgresTest
    void isMadeBeforeAMigrationOrIsOneOfThisDatabaseAsItIs(TestDatabase database) throws IOException {
        Backups.require(database);
        database.execute("CREATE TABLE orders (id int)");
        BackupPolicy full = new BackupPolicy.Make(Backups.PROGRAMS, BackupOrder.whole(directory, true));
        Backup.Made before = Backups.whole(database, directory);
        try (TestDatabase other = database.server().createDatabase(database.name())) {
            assertThatThrownBy(() -> migrate(other, new BackupPolicy.Verified(before.file())))
                    .isInstanceOf(GoalStoppedException.class)
                    .hasMessageContaining("is of another database, " + database.name() + " (OID ");
        }
        List<String> events = migrate(database, new BackupPolicy.Verified(before.file()));
        assertThat(events).anyMatch(line -> line.startsWith("Backup: " + before.file()));
        assertThat(migrate(database, full)).noneMatch(line -> line.startsWith("Backup: "));
        Goals.on(database, directory).rollback();
        database.execute("ALTER TABLE orders ADD note text");
        assertThatThrownBy(() -> migrate(database, new BackupPolicy.Verified(before.file())))
                .hasMessageContaining("the database is not what it was when " + before.file());
        assertThat(migrate(database, full)).anyMatch(line -> line.startsWith("Backup: "));
        Files.delete(before.file().resolveSibling(before.manifest().archive().file()));
        assertThatThrownBy(() -> new BackupPolicy.Verified(before.file())
                        .require(Backups.workplace(database), ChangeListener.NONE))
                .hasMessageContaining("is not there");
    }

    /** What is emptied after the moment, by a command that does not keep the rows of before, would be missing from the dump. */
    @PostgresTest
    void keepsTablesFromBeingEmptiedUntilItIsMadeAndIsNobodyElsesToRead(TestDatabase database) throws IOException {
        Backups.require(database);
        database.execute(
                "CREATE TABLE a AS SELECT 1 AS id; CREATE TABLE \"b\n1\" AS SELECT 2 AS id; CREATE SEQUENCE back;"
                        + " CREATE SEQUENCE anew; SELECT setval('back', 9), setval('anew', 9)");
        List<String> refused = new ArrayList<>();
        Path folder = directory.resolve("mine");
        Backup.Made made = new Backup(
                        Backups.workplace(database), Backups.PROGRAMS, BackupOrder.whole(folder, true), event -> {
                            if (event instanceof Event.AtTable at && at.work().equals("counting")) {
                                assertThatThrownBy(() ->
                                                database.execute("SET lock_timeout = '50ms'; TRUNCATE a, \"b\n1\""))
                                        .satisfies(e -> refused.add(String.valueOf(e.getCause())));
                                database.execute("SELECT setval('back', 2), setval('anew', 1, false)");
                            }
                        })
                .run()
                .get(0);
        assertThat(refused).hasSize(2).allMatch(why -> why.contains("lock timeout"));
        assertThat(made.manifest().rows().values()).containsExactly(1L, 1L);
        assertThat(made.manifest().sequences()).containsExactly(entry("public.back", 2L));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        for (String name : List.of(
                String.valueOf(made.file().getFileName()),
                made.manifest().archive().file())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    /** Nor would the server see that they wait for each other: the dump for the change, the change for us, and we for the dump. */
    @PostgresTest
    void waitsForNobodyWhoWaitsToChangeATable(TestDatabase database) throws Exception {
        Backups.require(database);
        database.execute("CREATE TABLE a AS SELECT 1 AS id");
        ExecutorService others = Executors.newSingleThreadExecutor();
        try {
            List<Future<?>> changes = new ArrayList<>();
            Backup backup = new Backup(
                    Backups.workplace(database), Backups.PROGRAMS, BackupOrder.whole(directory, true), event -> {
                        if (event instanceof Event.AtTable && changes.isEmpty()) {
                            changes.add(others.submit(() -> database.execute("ALTER TABLE a ADD n int")));
                            await(
                                    database,
                                    "SELECT 1 FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
                        }
                    });
            assertThatThrownBy(backup::run)
                    .isInstanceOf(GoalStoppedException.class)
                    .hasMessageContainingAll(
                            "There is no backup: ", "LOCK TABLE", "run the goal again when that is done");
            changes.get(0).get(10, TimeUnit.SECONDS);
        } finally {
            others.shutdownNow();
        }
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("LOCK TABLE a");
            assertThatThrownBy(() -> Backups.whole(database, directory))
                    .hasMessageContainingAll(
                            "There is no backup: ", "lock timeout", "run the goal again when they are done");
        }
        assertThat(files(directory)).noneMatch(name -> name.endsWith(".json") || name.endsWith(".part"));
    }

    private static void await(TestDatabase database, String query) {
        for (int i = 0; database.query(query).isEmpty(); i++) {
            assertThat(i).as(query).isLessThan(1000);
            Waiting.sleep(Duration.ofMillis(10));
        }
    }

    /** To ask how far a sequence is locks it, and whoever waits to change it would be waited for by all who write. */
    @PostgresTest
    void keepsNoSequenceLockedWhileTheNextSchemaIsDumped(TestDatabase database) {
        Backups.require(database);
        database.execute("CREATE SCHEMA a; CREATE TABLE a.t (id serial); INSERT INTO a.t DEFAULT VALUES;"
                + " CREATE SCHEMA b; CREATE TABLE b.t (id serial); INSERT INTO b.t DEFAULT VALUES");
        List<String> locked = new ArrayList<>();
        List<String> dumped = new ArrayList<>();
        List<Backup.Made> made = new Backup(
                        Backups.workplace(database),
                        Backups.PROGRAMS,
                        new BackupOrder(directory, true, List.of("a", "b"), DumpFormat.CUSTOM, 1),
                        event -> {
                            if (event instanceof Event.AtTable at && at.work().equals("dumping")) {
                                dumped.add(at.table());
                                locked.addAll(
                                        database.query(
                                                "SELECT l.relation::regclass FROM pg_locks AS l JOIN pg_class AS c"
                                                        + " ON c.oid = l.relation AND c.relkind = 'S' WHERE l.mode = 'RowExclusiveLock'"
                                                        + " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"));
                            }
                        })
                .run();
        assertThat(made)
                .hasSize(2)
                .allSatisfy(m -> assertThat(m.manifest().sequences()).hasSize(1));
        assertThat(dumped).hasSize(2);
        assertThat(locked).isEmpty();
    }

    @PostgresTest
    void ofDefinitionsAloneHasNoRows(TestDatabase database) {
        Backups.require(database);
        database.execute("CREATE TABLE orders AS SELECT 1 AS id");
        Manifest manifest =
                Backups.of(database, BackupOrder.whole(directory, false)).get(0).manifest();
        assertThat(manifest.rows()).isEmpty();
        assertThat(manifest.objects()).containsKey("table public.orders");
        Path file = files(directory).stream()
                .filter(name -> name.endsWith(".json"))
                .map(directory::resolve)
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> migrate(database, new BackupPolicy.Verified(file)))
                .hasMessageContaining("has no rows, definitions alone");
        assertThatThrownBy(() -> Backups.schemas(database, directory, "shop", "public"))
                .hasMessageContaining("the database has no schema shop. It has public.");
    }

    private static List<String> migrate(TestDatabase database, BackupPolicy policy) {
        List<String> lines = new ArrayList<>();
        new Migrate(
                        Backups.workplace(database),
                        AllowedHazards.NONE,
                        Batching.AUTO,
                        Goals.PERSISTENCE,
                        new Precautions(policy, Optional.empty()),
                        event -> lines.addAll(event.lines()))
                .run(Goals.parsed(MAPPING.build()));
        return lines;
    }

    private static List<String> files(Path directory) throws RuntimeException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void mount(Path disk, String size) throws IOException, InterruptedException {
        if (run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString()) != 0) {
            System.out.println("Skipped: this account may mount no small file system");
            throw new TestAbortedException("this account may mount no small file system");
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            return -1;
        }
    }
}
