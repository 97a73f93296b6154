package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class DefinitionsTest {
    private static final String SQL = """
            CREATE EXTENSION citext;
            CREATE DOMAIN short AS varchar(9) CHECK (VALUE IN ('a', 'b'));
            CREATE TYPE state AS ENUM ('new', 'old');
            CREATE TABLE "Or ders" (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, s short DEFAULT 'a', state state, note varchar(5),
                CONSTRAINT known CHECK (note IN ('x', 'y')));
            CREATE TABLE parts (id int, day date) PARTITION BY RANGE (day);
            CREATE TABLE part PARTITION OF parts FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
            CREATE INDEX ON parts (day);
            CREATE VIEW names AS SELECT id FROM "Or ders" WHERE note IN ('x');
            CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
            CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int);
            CREATE FUNCTION changed() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER changed BEFORE INSERT ON "Or ders" FOR EACH ROW EXECUTE FUNCTION changed();
            CREATE POLICY mine ON "Or ders" USING (note = current_user);
            CREATE STATISTICS together ON id, day FROM parts;
            CREATE RULE nothing AS ON DELETE TO "Or ders" DO INSTEAD NOTHING;
            CREATE PUBLICATION feed FOR TABLE "Or ders";
            COMMENT ON COLUMN "Or ders".note IS 'a note';
            ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC;
            """;

    /** Other OIDs, other order of privileges, the default ones said, another column dropped, expressions as the server prints them. */
    @PostgresTest
    void readTheSameInAnotherDatabase(TestDatabase database) throws SQLException {
        database.execute(SQL + "GRANT SELECT ON names TO pg_monitor; GRANT SELECT ON names TO pg_signal_backend");
        try (TestDatabase other = database.server().createDatabase();
                Connection one = database.connect();
                Connection two = other.connect()) {
            other.execute(
                    "CREATE TABLE filler (id serial); DROP TABLE filler;" + SQL
                            + "GRANT SELECT ON names TO pg_signal_backend; GRANT SELECT ON names TO pg_monitor;"
                            + " GRANT ALL ON \"Or ders\" TO postgres; ALTER TABLE parts ADD gone int; ALTER TABLE parts DROP gone;");
            String printed = other.query("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'known'")
                    .get(0);
            other.execute("ALTER TABLE \"Or ders\" DROP CONSTRAINT known, ADD CONSTRAINT known " + printed);
            Map<String, String> before = hashes(one);
            assertThat(hashes(two)).isEqualTo(before);
            assertThat(before)
                    .containsKeys(
                            "table public.\"Or ders\"",
                            "table constraint known on public.\"Or ders\"",
                            "view public.names",
                            "function public.f(integer)",
                            "aggregate public.total(integer)",
                            "policy mine on public.\"Or ders\"",
                            "extension citext",
                            "publication feed")
                    .doesNotContainKey("type public.citext");
            List<String> changes = List.of(
                    "ALTER TABLE \"Or ders\" ENABLE ROW LEVEL SECURITY",
                    "ALTER TABLE parts ALTER id TYPE bigint",
                    "ALTER TYPE state ADD VALUE 'odd' BEFORE 'old'",
                    "REVOKE SELECT ON names FROM pg_monitor",
                    "ALTER POLICY mine ON \"Or ders\" USING (note = session_user)",
                    "ALTER TABLE \"Or ders\" DISABLE TRIGGER changed",
                    "CREATE OR REPLACE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT (1)'",
                    "COMMENT ON COLUMN \"Or ders\".note IS 'another'");
            for (String change : changes) {
                Map<String, String> last = hashes(two);
                other.execute(change);
                assertThat(hashes(two)).as(change).isNotEqualTo(last).containsOnlyKeys(last.keySet());
            }
        }
    }

    private static Map<String, String> hashes(Connection connection) throws SQLException {
        Map<String, String> hashes = new TreeMap<>();
        for (Definition definition : Definitions.readInOwnTransaction(connection)) {
            assertThat(hashes.put(definition.object(), definition.hash())).isNull();
        }
        return hashes;
    }

    @PostgresTest
    void whatStandsBesideADatabaseIsGivenToAnother(TestDatabase database) throws SQLException {
        String name = database.name();
        database.execute("""
                ALTER DATABASE %1$s SET search_path = "O'x", "$user", public;
                ALTER DATABASE %1$s SET "app.mode" = 'it''s';
                ALTER ROLE postgres IN DATABASE %1$s SET work_mem = '5MB';
                REVOKE CONNECT ON DATABASE %1$s FROM PUBLIC;
                GRANT CONNECT ON DATABASE %1$s TO pg_monitor WITH GRANT OPTION;
                GRANT CREATE ON SCHEMA public TO pg_monitor;
                COMMENT ON DATABASE %1$s IS 'it''s';
                ALTER DATABASE %1$s CONNECTION LIMIT 7;
                """.formatted(name));
        try (TestDatabase other = database.server().createDatabase();
                Connection one = database.connect();
                Connection two = other.connect()) {
            DatabaseProperties wanted = DatabaseProperties.read(one);
            DatabasePropertiesWriter writer = new DatabasePropertiesWriter(two, Identifier.of(other.name()));
            assertThat(writer.writePublicSchema(wanted)).isEmpty();
            assertThat(writer.write(wanted)).isEmpty();
            DatabaseProperties there = DatabaseProperties.read(two);
            assertThat(there.settings()).isEqualTo(wanted.settings()).hasSize(3);
            assertThat(there.privileges()).isEqualTo(wanted.privileges());
            assertThat(there.connectionLimit()).isEqualTo(7);
            assertThat(there.publicSchema()).isEqualTo(wanted.publicSchema());
            assertThat(there.comment()).isEqualTo(Optional.of("it's"));
            DatabaseProperties strange = new DatabaseProperties(
                    name,
                    "nobody_here",
                    wanted.locale(),
                    7,
                    wanted.tablespace(),
                    wanted.comment(),
                    wanted.settings(),
                    wanted.privileges(),
                    List.of());
            assertThat(writer.write(strange))
                    .singleElement()
                    .asString()
                    .contains("OWNER TO nobody_here: ", "does not exist");
        }
    }

    @PostgresTest
    void aMomentIsSeenAsItWasAndHoldsTheLock(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE TABLE t AS SELECT 1 AS id; ALTER DATABASE " + database.name() + " SET statement_timeout = 1");
        ConnectionSettings settings = new ConnectionSettings(
                List.of(new HostPort("localhost", database.server().port())),
                database.name(),
                "postgres",
                Optional.empty(),
                new TreeMap<>());
        try (DumpMoment moment = DumpMoment.open(settings);
                Connection other = database.connect()) {
            assertThat(moment.snapshot()).isNotEmpty();
            other.createStatement().execute("SET statement_timeout = 0; INSERT INTO t VALUES (2)");
            assertThat(DumpMoment.rows(moment.reader(), QualifiedName.of("public", "t")))
                    .isEqualTo(1);
            assertThat(moment.tables()).extracting(DumpedTable::name).containsExactly(QualifiedName.of("public", "t"));
            assertThat(DatabaseIdentity.read(other).system()).isPresent();
            moment.requireHeld();
            other.createStatement()
                    .execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                            + " AND datname = current_database()");
            assertThatThrownBy(moment::requireHeld).isInstanceOf(SQLException.class);
        }
    }
}
