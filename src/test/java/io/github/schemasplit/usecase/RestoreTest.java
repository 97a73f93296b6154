package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.backup.Checksum;
import io.github.schemasplit.backup.Manifest;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

class RestoreTest {
    private static final String[] SCHEMAS = {
        "ecommerce", "saas_platform", "ai_services", "banking_services", "shared_services", "public", "auth"
    };

    @TempDir
    private Path directory;

    /** The sample's sixty-nine tables with their rows, moved and journalled. */
    @PostgresTest
    void aDatabaseThatWasDroppedComesBackAsItWas(@Sample TestDatabase database) {
        Backups.require(database);
        Goals.on(database, directory).migrate(SampleDatabase.mapping());
        String name = database.name();
        database.execute(
                "COMMENT ON DATABASE %1$s IS 'the ''shop'''; ALTER DATABASE %1$s SET search_path = ecommerce, \"O'x\", public;"
                                .formatted(name)
                        + "ALTER DATABASE %1$s SET app.mode = 'a b'; ALTER ROLE app_owner IN DATABASE %1$s SET work_mem = '5MB';"
                                .formatted(name)
                        + "REVOKE CONNECT ON DATABASE %1$s FROM PUBLIC; GRANT CONNECT ON DATABASE %1$s TO anon WITH GRANT OPTION"
                                .formatted(name));
        Backup.Made before = Backups.whole(database, directory);
        assertThat(before.manifest().rows().values().stream().mapToLong(n -> n).sum())
                .isPositive();
        assertThat(before.manifest().rows()).hasSizeGreaterThanOrEqualTo(SampleDatabase.TABLES);
        List<String> properties = properties(database);
        database.close();

        Restore.Result result = Backups.restore(database, before.file());
        assertThat(result.database()).isEqualTo(RestoreTarget.State.MADE);
        assertThat(result.notes()).isEmpty();
        Manifest after = Backups.whole(database, directory).manifest();
        assertThat(after.fingerprint()).isEqualTo(before.manifest().fingerprint());
        assertThat(after.rows()).isEqualTo(before.manifest().rows());
        assertThat(properties(database)).isEqualTo(properties);
        Goals.on(database, directory).rollback();
        assertThat(database.query("SELECT count(*) FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition"
                        + " AND relnamespace = 'public'::regnamespace"))
                .containsExactly(String.valueOf(SampleDatabase.TABLES));
    }

    private static List<String> properties(TestDatabase database) {
        return Stream.of(
                        "SELECT shobj_description(oid, 'pg_database'), datacl, pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()",
                        "SELECT setrole::regrole, setconfig FROM pg_db_role_setting JOIN pg_database d ON d.oid = setdatabase"
                                + " WHERE datname = current_database() ORDER BY 1")
                .flatMap(query -> database.query(query).stream())
                .toList();
    }

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

    @PostgresTest
    void whatCanNotBeRestoredLeavesNothing(TestDatabase database) throws IOException {
        Backups.require(database);
        database.execute(
                "CREATE ROLE restorer_gone; CREATE TABLE t AS SELECT g FROM generate_series(1, 1000) AS g; ALTER TABLE t"
                        + " OWNER TO restorer_gone; CREATE TABLE u ()");
        Backup.Made backup = Backups.whole(database, directory);
        assertThatThrownBy(() -> Backups.restore(database, backup.file()))
                .hasMessageContaining("is not empty, it has ")
                .hasMessageContaining("schema.restore.over=" + database.name());
        assertThatThrownBy(() -> Backups.restore(Backups.workplace(database), backup.file(), Optional.of("another")))
                .hasMessageContaining("schema.restore.over names another");
        database.execute("ALTER TABLE t OWNER TO postgres; DROP TABLE u; DROP ROLE restorer_gone");
        assertThatThrownBy(
                        () -> Backups.restore(Backups.workplace(database), backup.file(), Optional.of(database.name())))
                .hasMessageContaining("CREATE ROLE restorer_gone;");
        database.execute("CREATE ROLE restorer_gone");
        try (Connection other = database.connect()) {
            assertThatThrownBy(() ->
                            Backups.restore(Backups.workplace(database), backup.file(), Optional.of(database.name())))
                    .hasMessageContaining("being accessed by other users")
                    .hasMessageContaining("End the sessions in " + database.name());
            other.createStatement().execute("DROP DATABASE " + database.name() + "_restored");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertThat(Backups.restore(Backups.workplace(database), backup.file(), Optional.of(database.name()))
                        .database())
                .isEqualTo(RestoreTarget.State.REPLACED);
        assertThat(database.query("SELECT count(*), to_regclass('u') FROM t")).containsExactly("1000|u");
        database.execute("DROP TABLE t, u");

        Path archive = directory.resolve(backup.manifest().archive().file());
        byte[] whole = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(whole, whole.length - 100));
        assertThatThrownBy(() -> Backups.restore(database, backup.file())).hasMessageContaining("it is truncated");
        byte[] altered = whole.clone();
        altered[whole.length - 100] ^= 1;
        Files.write(archive, altered);
        assertThatThrownBy(() -> Backups.restore(database, backup.file())).hasMessageContaining("its checksum is not");
        Path broken = Files.writeString(
                directory.resolve("broken.json"),
                Files.readString(backup.file())
                        .replace(
                                backup.manifest().archive().sha256(),
                                Checksum.of(archive).sha256()));
        assertThatThrownBy(() -> Backups.restore(database, broken))
                .hasMessageStartingWith("Nothing was restored: pg_restore of ");
        assertThat(database.query("SELECT to_regclass('t')")).containsExactly("null");
        Files.write(archive, whole);
        Path wrong = Files.writeString(
                directory.resolve("wrong.json"), Files.readString(backup.file()).replace(": 1000", ": 999"));
        assertThatThrownBy(() -> Backups.restore(database, wrong))
                .hasMessageContaining("public.t has 1000 rows instead of 999. It is left for you to look at");
        database.execute("DROP TABLE t; DROP ROLE restorer_gone");
    }
}
