package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.jdbc.Timeouts;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** One schema of a backup comes back, beside the others or without them. */
class SchemaRestoreTest {
    private static final String[] SCHEMAS = {
        "ecommerce", "saas_platform", "ai_services", "banking_services", "shared_services", "public", "auth"
    };

    @TempDir
    private Path directory;

    @PostgresTest
    void eachSchemaOfTheSampleComesBackAloneAndTellsWhatItLacks(@Sample TestDatabase database) {
        Backups.require(database);
        Goals.on(database, directory).migrate(SampleDatabase.mapping());
        List<Backup.Made> backups = Backups.schemas(database, directory, BackupOrder.EACH);
        assertThat(backups).extracting(b -> b.manifest().schema().orElseThrow()).contains(SCHEMAS);
        for (Backup.Made backup : backups) {
            try (TestDatabase empty = database.server().createDatabase()) {
                Restore.Result result = Backups.restore(empty, backup.file());
                assertThat(result.notes()).allMatch(note -> note.matches("(?s)(Left out|Made besides).*"));
                if (backup.manifest().schema().equals(Optional.of("ecommerce"))) {
                    Backups.restore(
                            empty,
                            backups.stream()
                                    .filter(b -> b.manifest().schema().equals(Optional.of("saas_platform")))
                                    .findFirst()
                                    .orElseThrow()
                                    .file());
                    assertThat(result.notes()).anyMatch(note -> note.startsWith("Left out: policy"));
                }
            }
        }
    }

    /** What crosses the border of the schema comes back where its other side is. */
    @PostgresTest
    void aSchemaComesBackBesideTheOthersWithAllThatRefersToThem(TestDatabase database) {
        Backups.require(database);
        database.execute("""
                CREATE SCHEMA shop;
                CREATE TYPE public."St-ate" AS ENUM ('new');
                CREATE SEQUENCE public.numbers;
                CREATE TABLE public.people (id int PRIMARY KEY);
                CREATE TABLE shop."Or,ders" (id int PRIMARY KEY DEFAULT nextval('public.numbers'), state public."St-ate",
                    person int CONSTRAINT of_person REFERENCES public.people);
                CREATE VIEW shop.names AS SELECT p.id, o.state FROM shop."Or,ders" AS o JOIN public.people AS p ON p.id = o.person;
                COMMENT ON VIEW shop.names IS 'who';
                GRANT SELECT ON shop.names TO PUBLIC;
                CREATE VIEW shop.first AS SELECT min(id) FROM shop.names;
                CREATE FUNCTION shop.price("a b" int, OUT x int) LANGUAGE sql AS 'SELECT 1';
                COMMENT ON FUNCTION shop.price(int) IS 'in cents';
                INSERT INTO people VALUES (1);
                INSERT INTO shop."Or,ders" VALUES (DEFAULT, 'new', 1);
                """);
        Backup.Made backup = Backups.schemas(database, directory, "shop").get(0);
        assertThatThrownBy(() -> Backups.restore(database, backup.file()))
                .hasMessageContaining("the schema shop of database \"" + database.name())
                .hasMessageContaining("is not empty, it has ");
        String fingerprint = backup.manifest().fingerprint();
        database.execute("DROP SCHEMA shop CASCADE");
        assertThat(Backups.restore(database, backup.file()).notes()).isEmpty();
        assertThat(Backups.schemas(database, directory, "shop")
                        .get(0)
                        .manifest()
                        .fingerprint())
                .isEqualTo(fingerprint);
        assertThat(database.query("SELECT * FROM shop.names")).containsExactly("1|new");
        try (TestDatabase empty = database.server().createDatabase()) {
            assertThat(Backups.restore(empty, backup.file()).notes())
                    .containsExactlyInAnyOrder(
                            "Left out: table constraint of_person on shop.\"Or,ders\" needs table constraint people_pkey on"
                                    + " public.people, table public.people, which is not in this database",
                            "Left out: view shop.names needs table public.people, which is not in this database",
                            "Left out: view shop.first needs view shop.names, which is not in this database",
                            "Made besides, since the schema needs it: sequence public.numbers, which begins anew",
                            "Made besides, since the schema needs it: type public.\"St-ate\"");
            assertThat(empty.query("SELECT count(*) FROM shop.\"Or,ders\"")).containsExactly("1");
        }
    }

    /** A table that others write to is not waited for while they wait behind us, and what nobody sees is not kept for us. */
    @PostgresTest
    void aSchemaIsRestoredBesideThoseWhoUseTheOthers(TestDatabase database) throws SQLException {
        Backups.require(database);
        database.execute("""
                CREATE SCHEMA shop;
                ALTER SCHEMA public OWNER TO CURRENT_USER;
                GRANT CREATE ON SCHEMA public TO pg_monitor;
                CREATE TYPE public.mood AS ENUM ('good');
                CREATE TABLE public.people (id int PRIMARY KEY);
                CREATE TABLE shop.orders (id int PRIMARY KEY, mood public.mood, person int CONSTRAINT "of "" person" REFERENCES public.people);
                COMMENT ON CONSTRAINT "of "" person" ON shop.orders IS 'who';
                INSERT INTO people VALUES (1);
                INSERT INTO shop.orders VALUES (1, 'good', 1);
                """);
        Backup.Made backup = Backups.schemas(database, directory, "shop").get(0);
        database.execute(
                "REVOKE CREATE ON SCHEMA public FROM pg_monitor; GRANT CREATE ON SCHEMA public TO pg_signal_backend");
        String access = "SELECT nspacl FROM pg_namespace WHERE nspname = 'public'";
        List<String> before = database.query(access);
        Persistence twice = new Persistence(Timeouts.DEFAULT, 2, Duration.ofMinutes(1), BlockerPolicy.WAIT);
        RestoreOrder order = new RestoreOrder(backup.file(), Optional.empty(), 1, twice);
        database.execute("DROP SCHEMA shop CASCADE");
        List<String> keeping = new ArrayList<>();
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("UPDATE people SET id = 1");
            assertThat(
                            Backups.restore(
                                    database,
                                    order,
                                    at -> keeping.addAll(
                                            database.query(
                                                    "SELECT query FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction' AND backend_xmin IS NOT NULL"))))
                    .singleElement()
                    .asString()
                    .startsWith("Not as it was: table constraint \"of \"\" person\" on shop.orders, since ")
                    .contains(
                            "the lock is held by pid ",
                            ", after 2 attempts. Make it when they are gone: ALTER TABLE ONLY shop.orders");
        }
        assertThat(keeping).isEmpty();
        assertThat(database.query(access)).isEqualTo(before);
        assertThat(database.query("SELECT id FROM shop.orders")).containsExactly("1");
        database.execute("DROP SCHEMA shop CASCADE; DELETE FROM people");
        assertThat(Backups.restore(database, backup.file()).notes())
                .singleElement()
                .asString()
                .contains("violates foreign key constraint", "It holds for rows that are written from now on")
                .endsWith("ALTER TABLE ONLY shop.orders VALIDATE CONSTRAINT \"of \"\" person\"");
        database.execute("DROP SCHEMA shop CASCADE; INSERT INTO people VALUES (1)");
        assertThat(Backups.restore(database, backup.file()).notes()).isEmpty();
        assertThat(database.query("SELECT convalidated, obj_description(oid) FROM pg_constraint WHERE contype = 'f'"))
                .containsExactly("t|who");
    }

    /** Until its rows are there, nobody is shut out of the table of which it is a partition; where that is not, the rows come all the same. */
    @PostgresTest
    void aPartitionOfAnotherSchemasTableIsAttachedAtTheEnd(TestDatabase database) {
        Backups.require(database);
        database.execute("""
                CREATE SCHEMA archive;
                CREATE TABLE public.people (id int PRIMARY KEY);
                CREATE TABLE public.events (id int REFERENCES people, day int CHECK (day > 0), PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
                CREATE INDEX ON public.events (day);
                CREATE TABLE public.rest PARTITION OF public.events DEFAULT;
                CREATE TABLE archive."e 1" PARTITION OF public.events FOR VALUES FROM (1) TO (10);
                INSERT INTO people VALUES (1);
                INSERT INTO events VALUES (1, 5);
                CREATE TABLE archive.notes (event int, day int, CONSTRAINT of_event FOREIGN KEY (event, day) REFERENCES public.events);
                INSERT INTO archive.notes VALUES (1, 5);
                """);
        Backup.Made backup = Backups.schemas(database, directory, "archive").get(0);
        database.execute("DROP SCHEMA archive CASCADE");
        List<String> restored = new ArrayList<>();
        RestoreOrder order = new RestoreOrder(backup.file(), Optional.empty());
        assertThat(Backups.restore(database, order, at -> {
                    database.execute(
                            "BEGIN; SET LOCAL lock_timeout = '100ms'; LOCK TABLE people, events IN ACCESS EXCLUSIVE MODE; COMMIT");
                    restored.add(at.table());
                }))
                .isEmpty();
        assertThat(restored).isNotEmpty();
        assertThat(database.query("SELECT tableoid::regclass, id FROM events")).containsExactly("archive.\"e 1\"|1");
        assertThat(database.query("SELECT count(*) FROM pg_inherits WHERE inhrelid IN (SELECT indexrelid FROM pg_index"
                        + " WHERE indrelid = 'archive.\"e 1\"'::regclass)"))
                .containsExactly("2");
        assertThat(database.query("SELECT count(*) FROM pg_constraint WHERE conrelid = 'archive.\"e 1\"'::regclass"
                        + " AND contype IN ('p', 'f') AND conparentid <> 0"))
                .containsExactly("2");
        try (TestDatabase empty = database.server().createDatabase()) {
            assertThat(Backups.restore(empty, order, at -> {}))
                    .contains("A table by itself now: table archive.\"e 1\", since table public.events, of which it was"
                            + " a partition, is not in this database");
            assertThat(empty.query("SELECT id FROM archive.\"e 1\"")).containsExactly("1");
        }
    }
}
