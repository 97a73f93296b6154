package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.backup.Checksum;
import io.github.schemasplit.backup.Manifest;
import io.github.schemasplit.jdbc.Timeouts;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

class RestoreTest {
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
                        + "REVOKE CONNECT ON DATABASE %1$s FROM PUBLIC; GRANT CONNECT ON DATABASE %1$s TO anon WITH GRANT OPTION;"
                                .formatted(name)
                        + "ALTER DATABASE %s CONNECTION LIMIT 50".formatted(name));
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
                        "SELECT shobj_description(oid, 'pg_database'), datacl, pg_get_userbyid(datdba), to_jsonb(d) - 'oid' - 'datfrozenxid' - 'datminmxid' FROM pg_database d WHERE datname = current_database()",
                        "SELECT setrole::regrole, setconfig FROM pg_db_role_setting JOIN pg_database d ON d.oid = setdatabase"
                                + " WHERE datname = current_database() ORDER BY 1")
                .flatMap(query -> database.query(query).stream())
                .toList();
    }

    @PostgresTest
    void whatCanNotBeRestoredLeavesNothing(TestDatabase database) throws IOException {
        Backups.require(database);
        database.execute(
                "CREATE ROLE restorer_gone; CREATE TABLE t AS SELECT g FROM generate_series(1, 1000) AS g; ALTER TABLE t"
                        + " OWNER TO restorer_gone; CREATE TABLE u ();"
                        + " CREATE SEQUENCE s; SELECT setval('s', 5); SELECT lo_create(0)");
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
        database.execute("CREATE DATABASE " + database.name() + "_replaced");
        assertThatThrownBy(
                        () -> Backups.restore(Backups.workplace(database), backup.file(), Optional.of(database.name())))
                .hasMessageContaining("there is a database " + database.name() + "_replaced already")
                .hasMessageContaining("drop it with DROP DATABASE " + database.name() + "_replaced");
        database.execute("DROP DATABASE " + database.name() + "_replaced");
        String role = database.name() + "_role";
        database.execute("CREATE ROLE " + role + " LOGIN");
        assertThatThrownBy(() -> Backups.restore(
                        Goals.on(database, directory).as(role).workplace(),
                        backup.file(),
                        Optional.of(database.name())))
                .hasMessageContaining(
                        "ALTER ROLE %1$s CREATEDB; GRANT postgres TO %1$s;".formatted(role),
                        "CREATE DATABASE " + database.name() + "_restored TEMPLATE template0 ENCODING 'UTF8'",
                        " OWNER " + role + "; restore into it by its own name",
                        "/%1$s_restored and without schema.restore.over; and have both renamed then: ALTER DATABASE %1$s RENAME TO %1$s_replaced; ALTER DATABASE %1$s_restored RENAME TO %1$s;"
                                .formatted(database.name()));
        List<Event> events = new ArrayList<>();
        try (Connection other = database.connect()) {
            assertThatThrownBy(() -> replace(database, backup.file(), 1, events::add))
                    .hasMessageContaining("being accessed by other users: pid ")
                    .hasMessageContaining("End the sessions in " + database.name());
            assertThat(events).anyMatch(event -> event instanceof Event.InReplaced);
            other.createStatement().execute("DROP DATABASE " + database.name() + "_restored");
            // Why it failed is said although what it made can not be dropped.
            assertThatThrownBy(() -> replace(database, backup.file(), 1, event -> {
                        if (event instanceof Event.AtTable) {
                            other.createStatement()
                                    .execute("ALTER DATABASE " + database.name() + "_restored IS_TEMPLATE true");
                            throw new IllegalStateException("whatever it is");
                        }
                    }))
                    .hasMessageStartingWith("whatever it is. The database " + database.name()
                            + "_restored is left, since it could not be dropped: ")
                    .cause()
                    .satisfies(cause -> assertThat(cause.getSuppressed()).isNotEmpty());
            other.createStatement().execute("ALTER DATABASE " + database.name() + "_restored IS_TEMPLATE false");
            other.createStatement().execute("DROP DATABASE " + database.name() + "_restored");
            assertThat(replace(database, backup.file(), 2, event -> {
                                if (event instanceof Event.Busy) {
                                    other.abort(Runnable::run);
                                }
                            })
                            .database())
                    .isEqualTo(RestoreTarget.State.REPLACED);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertThat(database.query("SELECT count(*), to_regclass('u') FROM t")).containsExactly("1000|u");
        database.execute("DROP TABLE t, u; DROP SEQUENCE s; SELECT lo_unlink(oid) FROM pg_largeobject_metadata");

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
                directory.resolve("wrong.json"),
                Files.readString(backup.file())
                        .replace(": 1000", ": 999")
                        .replace("\"public.s\" : 5", "\"public.s\" : 9")
                        .replace("\"largeObjects\" : 1", "\"largeObjects\" : 2"));
        assertThatThrownBy(() -> Backups.restore(database, wrong))
                .hasMessageContaining("public.t has 1000 rows instead of 999; sequence public.s is at 5 and was at 9;"
                        + " there are 1 large objects instead of 2. It is left for you to look at");
        database.execute("DROP TABLE t; DROP ROLE restorer_gone");
    }

    /** What is done meanwhile. */
    @FunctionalInterface
    private interface Meanwhile {
        void on(Event event) throws SQLException;
    }

    private static Restore.Result replace(TestDatabase database, Path manifest, int attempts, Meanwhile meanwhile) {
        Persistence persistence =
                new Persistence(Timeouts.DEFAULT, attempts, Duration.ofMinutes(1), BlockerPolicy.WAIT);
        RestoreOrder order = new RestoreOrder(manifest, Optional.of(database.name()), 1, persistence);
        return new Restore(Backups.workplace(database), Backups.PROGRAMS, order, event -> {
                    try {
                        meanwhile.on(event);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .run();
    }

    /** Neither by what the role gives to others, nor by a policy that is left out, nor while it is under way. */
    @PostgresTest
    void opensNothingToAnyone(TestDatabase database) throws IOException {
        Backups.require(database);
        String name = database.name();
        database.execute("""
                CREATE SCHEMA shop;
                CREATE TABLE public.members AS SELECT current_user::text AS name;
                CREATE TABLE shop.orders AS SELECT 1 AS id;
                CREATE TABLE shop.items AS SELECT 1 AS id;
                ALTER TABLE shop.orders ENABLE ROW LEVEL SECURITY;
                ALTER TABLE shop.orders FORCE ROW LEVEL SECURITY;
                CREATE POLICY shown ON shop.orders USING (id > 0);
                CREATE POLICY kept ON shop.orders AS RESTRICTIVE USING (EXISTS (SELECT FROM public.members AS m WHERE m.name = current_user));
                ALTER TABLE shop.items ENABLE ROW LEVEL SECURITY;
                CREATE POLICY shown ON shop.items USING (id > 0);
                CREATE POLICY more ON shop.items USING (EXISTS (SELECT FROM public.members));
                SELECT lo_create(0);
                """ + "REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
        Backup.Made schema = Backups.schemas(database, directory, "shop").get(0);
        Backup.Made whole = Backups.whole(database, directory);
        try (TestDatabase empty = database.server().createDatabase()) {
            empty.execute("ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC");
            assertThatThrownBy(() -> Backups.restore(empty, schema.file()))
                    .hasMessageStartingWith(
                            "Nothing was restored: role postgres has default privileges, so that others")
                    .hasMessageContaining("such as table shop.items. Restore as another role");
            assertThatThrownBy(() -> Backups.restore(empty, whole.file()))
                    .hasMessageContaining("is not empty, it has default acl ");
            empty.execute("ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM PUBLIC;"
                    + " ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON TYPES TO pg_monitor");
            Path elsewhere = Files.writeString(
                    directory.resolve("elsewhere.json"),
                    Files.readString(schema.file()).replace("\"encoding\" : \"UTF8\"", "\"encoding\" : \"LATIN1\""));
            assertThat(Backups.restore(empty, elsewhere).notes())
                    .containsExactlyInAnyOrder(
                            "Not as it was: the database has encoding UTF8 instead of LATIN1, so that texts may be sorted and compared otherwise than in the backup's",
                            "Left out: policy kept on shop.orders needs table public.members, which is not in this database",
                            "Left out: policy more on shop.items needs table public.members, which is not in this database",
                            "Left out: policy shown on shop.orders needs policy kept on shop.orders, which is not in this database",
                            "Left out: 1 large object of the database, which are in no schema: a backup of the whole database has them");
            assertThat(
                            empty.query(
                                    "SELECT relname, relrowsecurity, relforcerowsecurity, (SELECT string_agg(polname, ' ') FROM pg_policy"
                                            + " WHERE polrelid = c.oid) FROM pg_class c WHERE relnamespace = 'shop'::regnamespace ORDER BY 1"))
                    .containsExactly("items|t|f|shown", "orders|t|t|null");
        }
        String lets =
                "SELECT datname, has_database_privilege('pg_monitor', oid, 'CONNECT') FROM pg_database WHERE datname IN ('"
                        + name + "', '%s')";
        try (TestDatabase empty = database.server().createDatabase()) {
            List<String> seen = new ArrayList<>();
            Backups.restore(empty, new RestoreOrder(whole.file(), Optional.empty()), at -> {
                if (at.work().equals("restoring")) {
                    seen.addAll(database.query(lets.formatted(empty.name())));
                }
            });
            assertThat(seen).isNotEmpty().noneMatch(row -> row.endsWith("|t"));
            seen.clear();
            database.execute("GRANT CONNECT ON DATABASE " + name + " TO PUBLIC");
            Backups.restore(
                    database,
                    new RestoreOrder(whole.file(), Optional.of(name), 2, Persistence.DEFAULT),
                    at -> seen.addAll(empty.query(lets.formatted(name + "_restored"))));
            assertThat(seen).contains(name + "_restored|f").doesNotContain(name + "_restored|t");
            assertThat(empty.query(lets.formatted(name + "_replaced"))).containsExactly(name + "|f");
        }
    }

    /** Nor does it matter in which time zone a machine is, and how a database writes what it is asked for. */
    @PostgresTest
    void whatADumpLeavesOutOrMakesInAnotherWayIsNoDifference(TestDatabase database) throws SQLException {
        Backups.require(database);
        database.execute("""
                CREATE TABLE twice AS SELECT 1 AS id FROM generate_series(1, 2);
                CREATE TABLE parent (a int);
                CREATE TABLE child (own int) INHERITS (parent);
                ALTER TABLE parent ADD late int;
                ALTER TABLE parent ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;
                CREATE TABLE later () INHERITS (parent);
                COMMENT ON CONSTRAINT positive ON later IS 'inherited';
                CREATE VIEW positive_ones AS SELECT id FROM twice WHERE id > 0 WITH CHECK OPTION;
                ALTER VIEW positive_ones SET (security_barrier = true);
                CREATE TABLE days (at timestamptz DEFAULT '2024-01-01 12:00+00', for_long interval DEFAULT '1 day 2 hours') PARTITION BY RANGE (at);
                CREATE TABLE days_2024 PARTITION OF days FOR VALUES FROM ('2024-01-01 00:00+00') TO ('2025-01-01 00:00+00');
                """ + "ALTER DATABASE " + database.name() + " SET intervalstyle = 'iso_8601'");
        assertThatThrownBy(() -> database.execute("CREATE UNIQUE INDEX CONCURRENTLY invalid ON twice (id)"))
                .cause()
                .hasMessageContaining("could not create unique index");
        database.execute("COMMENT ON INDEX invalid IS 'to be dropped'");
        Backup.Made backup = Backups.whole(database, directory);
        TimeZone here = TimeZone.getDefault();
        try (TestDatabase empty = database.server().createDatabase()) {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            assertThat(Backups.restore(empty, backup.file()).notes()).isEmpty();
        } finally {
            TimeZone.setDefault(here);
        }
    }
}
