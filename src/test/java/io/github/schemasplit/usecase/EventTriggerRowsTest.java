package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.jdbc.OperationFailedException;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Event triggers that write rows of their own while a change is made, as those do that keep a log of DDL. */
class EventTriggerRowsTest {
    private static final String TABLES = "CREATE TABLE orders (id serial PRIMARY KEY); CREATE TABLE items (id int);"
            + " CREATE SCHEMA audit; CREATE TABLE audit.\"DDL log\" (id serial PRIMARY KEY, command text);"
            + " CREATE TABLE notes (id serial PRIMARY KEY, command text);";

    @TempDir
    private Path output;

    private final List<String> told = new ArrayList<>();

    @PostgresTest
    void areToldAndStay(TestDatabase database) {
        database.execute(
                TABLES
                        + doing(
                                "INSERT INTO audit.\"DDL log\" (command) VALUES (tg_tag); INSERT INTO notes (command) VALUES (tg_tag)"));
        assertThat(migrate(database, "orders", "items").migration()).isPresent();
        assertThat(told)
                .containsExactly("Event triggers wrote rows during the change in audit.\"DDL log\", public.notes.");
        int rows = count(database);
        assertThat(rows).isGreaterThanOrEqualTo(3);
        told.clear();
        new Rollback(goals(database).workplace(), false, Goals.PERSISTENCE, this::tell).run();
        assertThat(told)
                .containsExactly("Event triggers wrote rows during the change in audit.\"DDL log\", public.notes.");
        assertThat(count(database)).isGreaterThan(rows);
    }

    @PostgresTest
    void areNotToldWhenTheyAreTakenBack(TestDatabase database) {
        database.execute(TABLES
                + doing("BEGIN INSERT INTO notes (command) VALUES (tg_tag); RAISE division_by_zero;"
                        + " EXCEPTION WHEN division_by_zero THEN END"));
        assertThat(migrate(database, "orders", "items").migration()).isPresent();
        assertThat(told).isEmpty();
    }

    @PostgresTest
    void noneAreNoRows(TestDatabase database) {
        database.execute(TABLES
                + doing("IF to_regclass('public.orders') IS NOT NULL THEN UPDATE orders SET id = 1 WHERE id < 0;"
                        + " UPDATE notes SET id = 1 WHERE id < 0; END IF"));
        assertThat(migrate(database, "orders", "items").migration()).isPresent();
        assertThat(told).isEmpty();
    }

    @PostgresTest
    void unqualifiedNamesMeanWhatTheyMeanElsewhere(TestDatabase database) {
        database.execute(TABLES + doing("INSERT INTO notes (command) VALUES (current_schema())"));
        assertThat(migrate(database, "orders", "items").migration()).isPresent();
        assertThat(database.query("SELECT DISTINCT command FROM notes")).containsExactly("public");
    }

    /** Of all that runs while event triggers may find what is in other schemas, nothing takes it for the server's own. */
    @PostgresTest
    void nothingOfOthersTakesTheServersPlace(TestDatabase database) {
        database.execute(TABLES + doing("PERFORM 1")
                + "; CREATE FUNCTION quote_ident(name) RETURNS text LANGUAGE plpgsql AS $$BEGIN RAISE 'taken'; END$$;"
                + " CREATE FUNCTION taken(timestamptz[], timestamptz) RETURNS timestamptz[] LANGUAGE plpgsql AS $$BEGIN RAISE 'taken'; END$$;"
                + " CREATE OPERATOR || (LEFTARG = timestamptz[], RIGHTARG = timestamptz, FUNCTION = taken);"
                + " ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor");
        assertThat(migrate(database, "orders", "items").migration()).isPresent();
    }

    @PostgresTest
    void whatFailsAtTheEndIsNotTheJournals(TestDatabase database) {
        database.execute(TABLES
                + "CREATE TABLE kinds (command text PRIMARY KEY); CREATE TABLE log (command text REFERENCES kinds"
                + " DEFERRABLE INITIALLY DEFERRED); " + doing("INSERT INTO log VALUES (tg_tag)"));
        assertThatThrownBy(() -> migrate(database, "orders", "items"))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageStartingWith("The change failed: ")
                .hasMessageContaining("log_command_fkey");
    }

    @PostgresTest
    void areRefusedInTablesThatMove(TestDatabase database) {
        database.execute(TABLES + "INSERT INTO orders VALUES (1000); SELECT nextval('orders_id_seq')");
        for (String statement : List.of(
                "INSERT INTO orders DEFAULT VALUES",
                "UPDATE orders SET id = id + 1",
                "DELETE FROM orders",
                "BEGIN INSERT INTO orders DEFAULT VALUES; PERFORM 1 / 0; EXCEPTION WHEN division_by_zero THEN"
                        + " INSERT INTO orders DEFAULT VALUES; END")) {
            database.execute("DROP FUNCTION IF EXISTS log_ddl CASCADE; "
                    + doing("IF to_regclass('public.orders') IS NOT NULL THEN " + statement + "; END IF"));
            assertIsRefused(database, "table public.orders: rows written");
        }
    }

    @PostgresTest
    void whatTheyLeaveForTheCommitIsAuditedToo(TestDatabase database) {
        database.execute(TABLES
                + "CREATE FUNCTION later() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$BEGIN GRANT SELECT ON notes TO PUBLIC; RETURN NULL; END$$;"
                + "CREATE CONSTRAINT TRIGGER later AFTER INSERT ON audit.\"DDL log\" DEFERRABLE INITIALLY DEFERRED"
                + " FOR EACH ROW EXECUTE FUNCTION later();"
                + doing("INSERT INTO audit.\"DDL log\" (command) VALUES (tg_tag)"));
        assertIsRefused(database, "table public.notes: pg_class.relacl");
    }

    private void assertIsRefused(TestDatabase database, String finding) {
        List<String> rows = RawCatalog.rows(database);
        assertThatThrownBy(() -> migrate(database, "orders", "items"))
                .isInstanceOfSatisfying(
                        GoalStoppedException.class,
                        e -> assertThat(e.findings()).anyMatch(f -> f.subject().equals(finding)));
        assertThat(RawCatalog.difference(rows, RawCatalog.rows(database))).isEmpty();
        assertThat(told).isEmpty();
        assertThat(database.query("SELECT id FROM orders WHERE id > 1000")).isEmpty();
    }

    private Migrate.Result migrate(TestDatabase database, String... tables) {
        return new Migrate(goals(database).workplace(), AllowedHazards.NONE, Goals.PERSISTENCE, this::tell)
                .run(Goals.parsed(new MappingBuilder().tables("shop", tables).build()));
    }

    private Goals goals(TestDatabase database) {
        return Goals.on(database, output);
    }

    private void tell(Event event) {
        if (event instanceof Event.RowsWritten) {
            told.addAll(event.lines());
        }
    }

    private static int count(TestDatabase database) {
        return Integer.parseInt(
                database.query("SELECT count(*) FROM audit.\"DDL log\"").get(0));
    }

    private static String doing(String statements) {
        return "CREATE FUNCTION log_ddl() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN " + statements
                + "; END$$; CREATE EVENT TRIGGER log_ddl ON ddl_command_end WHEN TAG IN ('CREATE SCHEMA', 'ALTER TABLE') EXECUTE FUNCTION log_ddl()";
    }
}
