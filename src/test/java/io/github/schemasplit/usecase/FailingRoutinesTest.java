package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.DebianServer;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code plpgsql_check}: no routine fails after the move that did not before. */
class FailingRoutinesTest {
    @TempDir
    private Path output;

    @TempDir
    private Path serverDirectory;

    @Test
    void theSampleHasNoMoreFailingRoutinesAfterTheMove() {
        try (DebianServer debian = DebianServer.with("plpgsql_check", serverDirectory);
                TestDatabase database = SampleDatabase.copy(debian.server())) {
            database.execute("CREATE EXTENSION plpgsql_check");
            Set<String> before = failing(database);
            Goals.on(database, output).migrate(SampleDatabase.mapping());
            assertThat(before).containsAll(failing(database));
        }
    }

    @Test
    void aRoutineThatOnlyTheExtensionFindsFailingEndsTheMigration() {
        try (DebianServer debian = DebianServer.with("plpgsql_check", serverDirectory);
                TestDatabase database = debian.server().createDatabase()) {
            database.execute("""
                    CREATE SCHEMA extensions;
                    CREATE EXTENSION plpgsql_check SCHEMA extensions;
                    CREATE TABLE orders (id int PRIMARY KEY);
                    CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
                    CREATE FUNCTION f(date) RETURNS int LANGUAGE sql AS 'SELECT 2';
                    CREATE FUNCTION check_order() RETURNS trigger LANGUAGE plpgsql AS
                        'BEGIN NEW.id := f(NEW.id) + (SELECT count(*) FROM public.orders); RETURN NEW; END';
                    CREATE TRIGGER check_order BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION check_order();
                    """);
            MappingBuilder mapping = new MappingBuilder()
                    .tables("shop", "orders")
                    .routines("shop", "f(integer)")
                    .routineBodies(RoutineBodies.REWRITE);
            assertThatThrownBy(() -> Goals.on(database, output).migrate(mapping))
                    .hasMessageContaining("routine public.check_order() would fail after the change")
                    .hasMessageContaining("function f(integer) does not exist");
        }
    }

    @Test
    void allThatWouldFailAreNamedAtOnce() {
        try (DebianServer debian = DebianServer.with("plpgsql_check", serverDirectory);
                TestDatabase database = debian.server().createDatabase()) {
            database.execute("""
                    CREATE EXTENSION plpgsql_check;
                    CREATE TABLE orders (id int PRIMARY KEY);
                    CREATE FUNCTION first() RETURNS int LANGUAGE plpgsql AS
                        'DECLARE r record; BEGIN FOR r IN EXECUTE ''SELECT 1 FROM '' || quote_ident(''orders'') LOOP END LOOP;
                        RETURN (SELECT count(*) FROM public.orders); END';
                    CREATE FUNCTION second() RETURNS int LANGUAGE sql AS
                        'SELECT cardinality(''{orders}''::regclass[]) FROM public.orders';
                    """);
            assertThatThrownBy(() -> Goals.on(database, output).migrate(ordersToShop()))
                    .hasMessageContaining("routine public.first() would fail after the change")
                    .hasMessageContaining("; routine public.second() would fail after the change");
        }
    }

    /** Before the move the extension took the one that moves for it. */
    @Test
    void aTemporaryTableThatTheExtensionMissesIsNoErrorOfTheRoutine() {
        try (DebianServer debian = DebianServer.with("plpgsql_check", serverDirectory);
                TestDatabase database = debian.server().createDatabase()) {
            database.execute("""
                    CREATE EXTENSION plpgsql_check;
                    CREATE TABLE orders (id int PRIMARY KEY);
                    CREATE FUNCTION copied() RETURNS bigint LANGUAGE plpgsql AS
                        'BEGIN CREATE TEMPORARY TABLE orders ON COMMIT DROP AS SELECT * FROM public.orders;
                        RETURN (SELECT count(*) FROM orders); END';
                    """);
            assertThat(Goals.on(database, output).migrate(ordersToShop()).plan().replacements())
                    .hasSize(1);
            assertThat(database.query("SELECT copied()")).containsExactly("0");
        }
    }

    @Test
    void onlyTheTemporaryTablesThatARoutineMakesMayBeMissing() {
        try (DebianServer debian = DebianServer.with("plpgsql_check", serverDirectory);
                TestDatabase database = debian.server().createDatabase()) {
            database.execute("""
                    CREATE EXTENSION plpgsql_check;
                    CREATE TABLE orders (id int);
                    CREATE TABLE users (id int);
                    CREATE FUNCTION copied(path text) RETURNS bigint LANGUAGE plpgsql AS $$
                        DECLARE temp bigint; -- not a temporary one
                        BEGIN CREATE TEMP TABLE IF NOT EXISTS "my.own" (id int); PERFORM FROM public.users;
                        PERFORM set_config('search_path', path, true);
                        SELECT count(*) INTO temp FROM orders, "my.own"; RETURN temp; END $$;
                    """);
            Goals goals = Goals.on(database, output);
            MappingBuilder mapping = new MappingBuilder()
                    .tables("shop", "orders")
                    .tables("people", "users")
                    .routineBodies(RoutineBodies.REWRITE);
            assertThatThrownBy(() -> goals.migrate(mapping))
                    .hasMessageContaining("routine public.copied(text) would fail")
                    .hasMessageContaining("\"orders\"")
                    .hasMessageNotContaining("my.own");
        }
    }

    @Test
    void aTableThatOthersHaveShutIsNoErrorOfTheRoutine() throws Exception {
        try (DebianServer debian = DebianServer.with("plpgsql_check", serverDirectory);
                TestDatabase database = debian.server().createDatabase();
                Connection other = database.connect()) {
            database.execute("""
                    CREATE EXTENSION plpgsql_check;
                    CREATE TABLE orders (id int);
                    CREATE TABLE users (id int);
                    CREATE FUNCTION counted() RETURNS bigint LANGUAGE plpgsql AS
                        'BEGIN RETURN (SELECT count(*) FROM public.orders, public.users); END';
                    """);
            other.setAutoCommit(false);
            other.createStatement().execute("LOCK TABLE users");
            assertThatThrownBy(() -> Goals.on(database, output).migrate(ordersToShop()))
                    .hasMessageContaining("lock timeout")
                    .hasMessageNotContaining("would fail");
        }
    }

    /** The extension plans, and so evaluates what is said to be immutable: not with rights that its author lacks. */
    @Test
    void noFunctionOfAnotherRunsWithOurRights() {
        try (DebianServer debian = DebianServer.with("plpgsql_check", serverDirectory);
                TestDatabase database = debian.server().createDatabase()) {
            database.execute("""
                    CREATE EXTENSION plpgsql_check;
                    CREATE ROLE author;
                    CREATE TABLE orders (id int);
                    CREATE SEQUENCE runs;
                    CREATE FUNCTION spy() RETURNS int LANGUAGE plpgsql IMMUTABLE AS
                        'BEGIN PERFORM nextval(''public.runs''); RETURN 1; END';
                    CREATE FUNCTION bait() RETURNS bigint LANGUAGE plpgsql AS
                        'BEGIN RETURN (SELECT count(*) FROM public.orders WHERE id = public.spy()); END';
                    ALTER FUNCTION spy() OWNER TO author;
                    ALTER FUNCTION bait() OWNER TO author;
                    """);
            assertThat(Goals.on(database, output).migrate(ordersToShop()).plan().replacements())
                    .hasSize(1);
            assertThat(database.query("SELECT is_called FROM runs")).containsExactly("f");
        }
    }

    @Test
    void noFunctionOfTheExtensionsNameRunsInItsPlace() {
        try (DebianServer debian = DebianServer.with("plpgsql_check", serverDirectory);
                TestDatabase database = debian.server().createDatabase()) {
            database.execute("""
                    CREATE EXTENSION plpgsql_check;
                    CREATE TABLE orders (id int);
                    CREATE SEQUENCE runs;
                    CREATE FUNCTION plpgsql_check_function_tb(funcoid oid, relid oid, fatal_errors bool, other_warnings bool,
                            extra_warnings bool) RETURNS TABLE (level text, message text, sqlstate text) LANGUAGE sql AS
                        'SELECT nextval(''public.runs'')::text, '''', ''''';
                    CREATE FUNCTION counted() RETURNS bigint LANGUAGE plpgsql AS
                        'BEGIN RETURN (SELECT count(*) FROM public.orders); END';
                    """);
            assertThat(Goals.on(database, output).migrate(ordersToShop()).plan().replacements())
                    .hasSize(1);
            assertThat(database.query("SELECT is_called FROM runs")).containsExactly("f");
        }
    }

    /** The routines in PL/pgSQL in which the extension finds errors. */
    private static Set<String> failing(TestDatabase database) {
        return new TreeSet<>(database.query("""
                SELECT DISTINCT p.oid::regprocedure
                  FROM pg_proc AS p
                  JOIN pg_language AS l ON l.oid = p.prolang AND l.lanname = 'plpgsql'
                  LEFT JOIN pg_trigger AS t ON t.tgfoid = p.oid
                 CROSS JOIN plpgsql_check_function_tb(p.oid, coalesce(t.tgrelid, 0), fatal_errors => false) AS c
                 WHERE c.level = 'error'
                """));
    }

    private static MappingBuilder ordersToShop() {
        return new MappingBuilder().tables("shop", "orders").routineBodies(RoutineBodies.REWRITE);
    }
}
