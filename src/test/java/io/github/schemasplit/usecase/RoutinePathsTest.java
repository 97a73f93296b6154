package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.mapping.EntryKind;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Routines that get a search_path by which they find what moves. */
class RoutinePathsTest {
    private static final MappingBuilder MAPPING = new MappingBuilder()
            .tables("My Shop", "orders", "Order Items")
            .tables("crm", "customers")
            .routines("crm", "goes")
            .types("crm", "state")
            .routineBodies(RoutineBodies.SEARCH_PATH);

    private static final String PATHS =
            "SELECT proname || ': ' || coalesce(array_to_string(proconfig, '; '), '-') FROM pg_proc WHERE oid >= 16384 ORDER BY 1";

    @TempDir
    private Path output;

    @PostgresTest
    void routinesWorkAfterTheMoveAsBefore(TestDatabase database) {
        create(database);
        Goals goals = Goals.on(database, output);
        ObjectStates before = goals.states();
        List<String> rows = RawCatalog.rows(database);
        List<String> paths = database.query(PATHS);
        goals.migrate(MAPPING);
        assertThat(database.query(PATHS))
                .containsExactly(
                        "add_item: work_mem=1MB; search_path=\"$user\", public, \"My Shop\"",
                        "goes: search_path=\"$user\", public, crm",
                        "items: search_path=\"$user\", public, \"My Shop\"",
                        "names_nothing: -",
                        "total: work_mem=1MB; search_path=pg_catalog, public, \"My Shop\", crm, pg_temp; statement_timeout=1min");
        assertWorking(database);
        assertThat(goals.verify(Goals.parsed(MAPPING.build()), Expectation.MIGRATED)
                        .findings())
                .isEmpty();
        assertThat(goals.migrate(MAPPING).migration()).isEmpty();
        goals.rollback();
        assertThat(database.query(PATHS)).isEqualTo(paths);
        assertThat(goals.states()).isEqualTo(before);
        assertThat(RawCatalog.difference(rows, RawCatalog.rowsBesideJournal(database)))
                .isEmpty();
        assertWorking(database);
    }

    @PostgresTest
    void thePathOfTheDatabaseIsExtendedWhereARoutineHasNone(TestDatabase database) {
        database.execute("CREATE SCHEMA app; CREATE TABLE app.orders (id int);"
                + "CREATE FUNCTION app.counted() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM app.orders';"
                + "CREATE OR REPLACE FUNCTION app.counted() RETURNS bigint LANGUAGE plpgsql AS"
                + " 'BEGIN RETURN (SELECT count(*) FROM orders); END';"
                + "ALTER DATABASE " + database.name() + " SET search_path = gone, APP, public");
        Goals goals = Goals.on(database, output);
        goals.migrate(
                new MappingBuilder().source("app").tables("shop", "orders").routineBodies(RoutineBodies.SEARCH_PATH));
        assertThat(database.query(PATHS)).containsExactly("counted: search_path=gone, app, shop, public");
        assertThat(database.query("SELECT app.counted()")).containsExactly("0");
        goals.rollback();
        assertThat(database.query(PATHS)).containsExactly("counted: -");
    }

    /** The server keeps the path as it is written, whatever the database's settings. */
    @PostgresTest
    void aDatabaseThatQuotesAllNamesIsNoOther(TestDatabase database) {
        create(database);
        database.execute("ALTER DATABASE " + database.name() + " SET quote_all_identifiers = on");
        Goals goals = Goals.on(database, output);
        List<String> rows = RawCatalog.rows(database);
        goals.migrate(MAPPING);
        assertThat(database.query(PATHS)).contains("items: search_path=\"$user\", public, \"My Shop\"");
        goals.rollback();
        assertThat(RawCatalog.difference(rows, RawCatalog.rowsBesideJournal(database)))
                .isEmpty();
    }

    @PostgresTest
    void theOwnersRightsAreEnough(TestDatabase database) {
        create(database);
        database.execute("CREATE ROLE path_owner LOGIN; CREATE ROLE path_other; GRANT CREATE ON DATABASE "
                + database.name() + " TO path_owner; GRANT ALL ON SCHEMA public TO path_owner;"
                + "GRANT path_owner TO postgres;"
                + "DO $$ DECLARE c record; BEGIN"
                + " FOR c IN SELECT oid::regclass AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
                + " LOOP EXECUTE format('ALTER TABLE %s OWNER TO path_owner', c.name); END LOOP;"
                + " FOR c IN SELECT oid::regprocedure AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
                + " LOOP EXECUTE format('ALTER ROUTINE %s OWNER TO path_owner', c.name); END LOOP; END $$;"
                + "ALTER TYPE state OWNER TO path_owner; ALTER FUNCTION items(orders) LEAKPROOF;"
                + "ALTER FUNCTION total(text) OWNER TO path_other;");
        try {
            Goals goals = Goals.on(database, output).as("path_owner");
            assertThatThrownBy(() -> goals.migrate(MAPPING))
                    .isInstanceOfSatisfying(
                            GoalStoppedException.class,
                            e -> assertThat(e.findings())
                                    .filteredOn(f -> f.isError())
                                    .singleElement()
                                    .satisfies(f -> {
                                        assertThat(f.code()).isEqualTo(FindingCode.ROUTINE_RIGHTS_MISSING);
                                        assertThat(f.message())
                                                .contains("may not alter it: it belongs to role path_other");
                                    }));
            database.execute("ALTER FUNCTION total(text) OWNER TO path_owner");
            goals.migrate(MAPPING);
            assertWorking(database);
        } finally {
            database.execute("REASSIGN OWNED BY path_owner, path_other TO postgres;"
                    + " DROP OWNED BY path_owner, path_other; DROP ROLE path_owner, path_other");
        }
    }

    /** A path would mend a part of it; a person has to look at its text in any case. */
    @PostgresTest
    void aRoutineThatNamesTheOldSchemaTooIsLeftAsItIs(TestDatabase database) {
        database.execute("CREATE TABLE orders (id int); CREATE FUNCTION counted() RETURNS bigint LANGUAGE sql AS"
                + " 'SELECT count(*) FROM orders, public.orders AS p'");
        MappingBuilder mapping = new MappingBuilder().tables("shop", "orders").routineBodies(RoutineBodies.SEARCH_PATH);
        Goals goals = Goals.on(database, output);
        assertThat(goals.analyze(mapping).findings())
                .filteredOn(f -> f.subject().startsWith("routine "))
                .singleElement()
                .extracting(f -> f.code())
                .isEqualTo(FindingCode.ROUTINE_NAMES_MOVED_OBJECT);
        goals.migrate(mapping);
        assertThat(database.query(PATHS)).containsExactly("counted: -");
    }

    /** Where it would fail that did not before, the whole change is undone. */
    @PostgresTest
    void aRoutineThatWouldFailAndDidNotEndsTheMigration(TestDatabase database) {
        database.execute("CREATE TABLE orders (id int);"
                + "CREATE FUNCTION same(int, text) RETURNS boolean LANGUAGE sql AS 'SELECT true';"
                + "CREATE OPERATOR <<>> (LEFTARG = int, RIGHTARG = text, FUNCTION = same);"
                + "CREATE FUNCTION counted() RETURNS bigint LANGUAGE sql AS"
                + " 'SELECT count(*) FROM orders WHERE id <<>> ''a''::text'");
        List<String> rows = RawCatalog.rows(database);
        MappingBuilder mapping = new MappingBuilder()
                .tables("shop", "orders")
                .entries(EntryKind.OPERATORS, "crm", "<<>>")
                .routineBodies(RoutineBodies.SEARCH_PATH);
        assertThatThrownBy(() -> Goals.on(database, output).migrate(mapping))
                .hasMessageContaining("routine public.counted() would fail after the change and does not before it");
        assertThat(RawCatalog.difference(rows, RawCatalog.rows(database))).isEmpty();
    }

    @PostgresTest
    void routinesWorkAfterEachBatchThereAndBack(TestDatabase database) {
        create(database);
        Goals goals = Goals.on(database, output);
        List<String> rows = RawCatalog.rows(database);
        List<Long> remaining = new ArrayList<>();
        ChangeListener working = event -> {
            if (event instanceof Event.Batch batch) {
                assertWorking(database);
                remaining.add(batch.remaining());
            }
        };
        new Migrate(goals.workplace(), AllowedHazards.NONE, Batching.ofLocks(1), Goals.PERSISTENCE, working)
                .run(Goals.parsed(MAPPING.build()));
        assertThat(remaining).hasSizeGreaterThan(2);
        assertThat(database.query(PATHS))
                .contains(
                        "total: work_mem=1MB; search_path=pg_catalog, public, \"My Shop\", crm, pg_temp; statement_timeout=1min");
        remaining.clear();
        new Rollback(goals.workplace(), false, Goals.PERSISTENCE, working).run();
        assertThat(remaining).hasSizeGreaterThan(2);
        assertThat(RawCatalog.difference(rows, RawCatalog.rowsWithoutJournal(database)))
                .isEmpty();
    }

    @PostgresTest
    void aPathThatOthersChangedSinceStays(TestDatabase database) {
        create(database);
        Goals goals = Goals.on(database, output);
        goals.migrate(MAPPING);
        database.execute("ALTER FUNCTION items(\"My Shop\".orders) SET search_path = 'My Shop', other;"
                + "ALTER FUNCTION total(text) SET work_mem = '2MB'; ALTER FUNCTION total(text) COST 7;"
                + "ALTER FUNCTION crm.goes(crm.state) RESET search_path");
        List<String> before = RawCatalog.rows(database);
        String left = "routine public.items(\"My Shop\".orders) has another search_path now, which stays";
        assertThatThrownBy(goals::rollback)
                .isInstanceOf(GoalStoppedException.class)
                .hasMessageContaining(left);
        assertThat(RawCatalog.difference(before, RawCatalog.rows(database))).isEmpty();
        assertThat(goals.rollbackByForce().left()).containsExactly(left);
        assertThat(database.query(PATHS))
                .containsExactly(
                        "add_item: work_mem=1MB",
                        "goes: -",
                        "items: search_path=\"My Shop\", other",
                        "names_nothing: -",
                        "total: work_mem=2MB; search_path=pg_catalog, public, pg_temp; statement_timeout=1min");
    }

    @PostgresTest
    void aPathByWhichSomethingIsFoundThatStaysIsKept(TestDatabase database) {
        create(database);
        Goals goals = Goals.on(database, output);
        goals.migrate(MAPPING);
        database.execute("CREATE TABLE public.customers ()");
        assertThat(goals.rollbackByForce().left())
                .contains("routine public.total(text) keeps its search_path, by which it may find table crm.customers");
        assertThat(database.query(PATHS)).contains("items: -").noneMatch(line -> line.equals("total: -"));
    }

    private static void create(TestDatabase database) {
        database.execute("""
                CREATE TABLE orders (id int PRIMARY KEY, note text);
                CREATE TABLE "Order Items" (id int, of_order int REFERENCES orders);
                CREATE TABLE customers (id int);
                CREATE TYPE state AS ENUM ('a');
                INSERT INTO orders VALUES (1, 'a');
                INSERT INTO "Order Items" VALUES (1, 1), (2, 1);
                CREATE FUNCTION items(o orders) RETURNS bigint LANGUAGE sql STABLE AS
                    'SELECT count(*) FROM "Order Items" WHERE of_order = o.id';
                CREATE FUNCTION goes(s state) RETURNS text LANGUAGE plpgsql AS 'DECLARE x state := s; BEGIN RETURN x; END';
                CREATE FUNCTION total(note text DEFAULT '$body$') RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
                    SET work_mem = '1MB' SET search_path = pg_catalog, public, pg_temp SET statement_timeout = '1min' AS $$
                DECLARE o orders%ROWTYPE; n bigint := 0;
                BEGIN
                  FOR o IN SELECT * FROM orders AS x WHERE x.note <> total.note LOOP n := n + items(o); END LOOP;
                  RETURN n + (SELECT count(*) FROM customers);
                END$$;
                CREATE PROCEDURE add_item(i int) LANGUAGE plpgsql SET work_mem = '1MB' AS
                    $$BEGIN INSERT INTO "Order Items" VALUES (i, 1); END$$;
                CREATE FUNCTION names_nothing() RETURNS int LANGUAGE sql AS 'SELECT 1';
                """);
    }

    private static void assertWorking(TestDatabase database) {
        String schema = database.query("SELECT pronamespace::regnamespace FROM pg_proc WHERE proname = 'goes'")
                .get(0);
        assertThat(database.query("SELECT total(), " + schema + ".goes('a')")).containsExactly("2|a");
        database.execute("CALL add_item(3)");
        assertThat(database.query("SELECT total('b')")).containsExactly("3");
        String items = database.query(
                        "SELECT 'public.\"Order Items\"' WHERE to_regclass('public.\"Order Items\"') IS NOT NULL"
                                + " UNION ALL SELECT '\"My Shop\".\"Order Items\"' LIMIT 1")
                .get(0);
        database.execute("DELETE FROM " + items + " WHERE id = 3");
    }
}
