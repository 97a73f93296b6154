package io.github.schemasplit.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.HostPort;
import io.github.schemasplit.jdbc.Secret;
import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiverTest {
    @TempDir
    private Path directory;

    @PostgresTest
    void aDatabaseIsDumpedAndRestoredWithItsRowsOrWithout(TestDatabase database) {
        Archiver archiver = archiver(database);
        database.execute("CREATE SCHEMA \"O'x\"; CREATE TABLE \"O'x\".t AS SELECT 1 AS id");
        Path whole = directory.resolve("whole.dump");
        Path definitions = directory.resolve("definitions");
        List<String> progress = new ArrayList<>();
        archiver.dump(settings(database, "x"), Dump.whole(true), whole, progress::add);
        archiver.dump(
                settings(database, "x"),
                new Dump(DumpFormat.DIRECTORY, false, Optional.empty(), List.of(), 2),
                definitions,
                line -> {});
        assertThat(progress).contains("pg_dump: dumping contents of table \"O'x.t\"");
        assertThat(archiver.list(whole)).anyMatch(line -> line.contains(" TABLE DATA O'x t postgres"));
        for (Path archive : List.of(whole, definitions)) {
            try (TestDatabase empty = database.server().createDatabase()) {
                archiver.restore(
                        archive, settings(empty, "x"), new Restoration(Optional.empty(), false, 2), line -> {});
                assertThat(empty.query("SELECT count(*) FROM \"O'x\".t"))
                        .containsExactly(archive.equals(whole) ? "1" : "0");
                empty.execute("DROP SCHEMA \"O'x\" CASCADE; CREATE SCHEMA \"O'x\"");
                assertThatThrownBy(() -> archiver.restore(archive, settings(empty, "x"), line -> {}))
                        .isInstanceOf(ProgramFailedException.class)
                        .hasMessageContaining("schema \"O'x\" already exists");
            }
        }
    }

    @Test
    void aPasswordStandsInAFileOfItsOwnersAlone() throws IOException {
        Scripts.programs(directory, "15.1");
        Scripts.write(directory.resolve("pg_dump"), """
                test "$1" = --version && echo 'pg_dump (PostgreSQL) 15.1' && exit
                echo "pg_dump: $@" >&2
                env | grep '^PG' >&2
                printf '%s\\n' "$(cat "$PGPASSFILE") $(ls -l "$PGPASSFILE" | cut -c 1-10)" >&2
                echo 'pg_dump: error: no' >&2
                exit 1
                """);
        ConnectionSettings database = new ConnectionSettings(
                List.of(new HostPort("db.example", 5433), new HostPort("::1", 5432)),
                "it's",
                "me",
                Optional.of(new Secret("se:cr\\et")),
                new TreeMap<>(Map.of("sslmode", "require", "options", "-c x=y")));
        ClientPrograms programs =
                ClientPrograms.in(new ProgramDirectory(directory)).orElseThrow();
        List<String> said = new ArrayList<>();
        assertThatThrownBy(() ->
                        new Archiver(programs).dump(database, Dump.whole(true), directory.resolve("x"), said::add))
                .isInstanceOf(ProgramFailedException.class)
                .hasMessageStartingWith("pg_dump of database \"it's\" on db.example:5433")
                .hasMessageEndingWith(
                        "failed with exit code 1 (PostgreSQL 15.1 in " + directory + "): pg_dump: error: no");
        assertThat(said)
                .contains("*:*:*:*:se\\:cr\\\\et -rw-------", "PGSSLMODE=require", "PGOPTIONS=-c x=y")
                .filteredOn(line -> line.contains("se") && line.contains("et") && line.contains("cr"))
                .singleElement();
        assertThat(said.get(0))
                .contains(
                        "--no-password --host=db.example,::1 --port=5433,5432 --username=me --dbname=dbname='it\\'s'");
        String file = said.stream()
                .filter(line -> line.startsWith("PGPASSFILE="))
                .findFirst()
                .orElseThrow();
        assertThat(Path.of(file.substring(file.indexOf('=') + 1))).doesNotExist();
    }

    /** The container's own server has another port there; files go through the program's input and output. */
    @PostgresTest
    void aContainerIsReachedByTheCommandOfDocker(TestDatabase database) throws IOException {
        archiver(database);
        database.execute("CREATE TABLE t AS SELECT 1 AS id");
        Path docker = Scripts.write(directory.resolve("docker"), """
                echo "$@" >> '%s'
                test "$1" = port && echo "%d/tcp -> 0.0.0.0:7" && exit
                shift 2
                while test "$1" = -e; do export "$2"; shift 2; done
                shift
                exec "$@"
                """.formatted(
                        directory.resolve("log"), database.server().port()));
        Archiver archiver = new Archiver(
                ClientPrograms.in(new ProgramContainer("db", docker.toString())).orElseThrow());
        Path archive = directory.resolve("a.dump");
        archiver.dump(settings(7, database, "hidden"), Dump.whole(true), archive, line -> {});
        try (TestDatabase empty = database.server().createDatabase()) {
            List<String> items = archiver.list(archive).stream()
                    .filter(line -> line.contains(" TABLE "))
                    .toList();
            assertThat(archiver.script(archive, items)).contains("CREATE TABLE public.t");
            archiver.restore(archive, settings(7, empty, "hidden"), Restoration.of(items), line -> {});
            assertThat(empty.query("SELECT id FROM t")).containsExactly("1");
        }
        assertThat(archiver.list(archive)).anyMatch(line -> line.contains("TABLE DATA public t"));
        assertThatThrownBy(() -> archiver.dump(
                        settings(7, database, "hidden"),
                        new Dump(DumpFormat.DIRECTORY, true, Optional.empty(), List.of(), 1),
                        directory.resolve("b"),
                        line -> {}))
                .hasMessageContaining(
                        "is not seen by programs that run in the container db: set schema.backup.format=custom");
        assertThat(Files.readString(directory.resolve("log")))
                .contains("-e PGPASSFILE=/tmp/schema-", "sh -c rm -f")
                .doesNotContain("hidden");
    }

    private static Archiver archiver(TestDatabase database) {
        ClientProgram.dumpOf(database.server());
        return new Archiver(new ProgramFinder(Optional.empty(), Optional.empty(), System.getenv())
                .toDump(database.server().major()));
    }

    private static ConnectionSettings settings(TestDatabase database, String password) {
        return settings(database.server().port(), database, password);
    }

    private static ConnectionSettings settings(int port, TestDatabase database, String password) {
        return new ConnectionSettings(
                List.of(new HostPort("localhost", port)),
                database.name(),
                "postgres",
                Optional.of(new Secret(password)),
                new TreeMap<>());
    }
}
