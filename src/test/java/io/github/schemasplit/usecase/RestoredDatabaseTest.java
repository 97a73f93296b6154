package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.catalog.ObjectState;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.EntryKind;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A migrated database that was dumped and restored elsewhere, its journal with it: all its objects have other OIDs. */
class RestoredDatabaseTest {
    private static final MappingBuilder MAPPING = new MappingBuilder()
            .tables("shop", "orders", "items")
            .types("shop", "state")
            .routines("shop", "price*")
            .entries(EntryKind.OPERATORS, "shop", "===")
            .routineBodies(RoutineBodies.REWRITE);

    private static final String COUNTED = "SELECT prosrc FROM pg_proc WHERE proname = 'counted'";
    private static final String BODY = "SELECT count(*) FROM public.orders";

    private static final MappingBuilder TABLES = new MappingBuilder().tables("shop", "orders", "items");

    @TempDir
    private Path output;

    @PostgresTest
    void isRolledBackByTheNamesOfItsObjects(TestDatabase database) throws IOException {
        ClientProgram dump = ClientProgram.dumpOf(database.server());
        database.execute("""
                CREATE TYPE state AS ENUM ('new');
                CREATE TABLE orders (id serial PRIMARY KEY, state state);
                CREATE TABLE items (id int REFERENCES orders);
                CREATE VIEW open_orders AS SELECT * FROM orders;
                CREATE FUNCTION price(orders) RETURNS int LANGUAGE sql AS 'SELECT 1';
                CREATE FUNCTION price(items, state[]) RETURNS int LANGUAGE sql AS 'SELECT 2';
                CREATE FUNCTION counted(orders) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.orders';
                CREATE FUNCTION same(orders, orders) RETURNS boolean LANGUAGE sql AS 'SELECT true';
                CREATE OPERATOR === (LEFTARG = orders, RIGHTARG = orders, FUNCTION = same);
                INSERT INTO orders VALUES (1, 'new');
                """);
        List<String> before = descriptions(Goals.on(database, output));
        Goals.on(database, output).migrate(MAPPING);
        try (TestDatabase restored = restore(dump, database)) {
            Goals goals = Goals.on(restored, output);
            assertThat(goals.verify(Goals.parsed(MAPPING.build()), Expectation.MIGRATED)
                            .findings())
                    .extracting(Finding::code)
                    .containsExactly(FindingCode.JOURNAL_NOT_COMPARABLE);
            assertThat(rollback(goals)).anyMatch(line -> line.contains("restored from a dump"));
            assertThat(descriptions(goals)).isEqualTo(before);
            assertThat(restored.query(COUNTED)).containsExactly(BODY);
            assertThat(restored.query("SELECT state FROM public.orders")).containsExactly("new");
            assertThat(goals.verify(Goals.parsed(MAPPING.build()), Expectation.ORIGINAL)
                            .findings())
                    .extracting(Finding::code)
                    .containsExactly(FindingCode.JOURNAL_NOT_COMPARABLE);
        }
    }

    /** In a new server OIDs begin anew, so that most of those in the journal are others' there. */
    @PostgresTest
    void anOldNameComesBackForItsTableWhereAnotherTableHasItsOid(TestDatabase database) {
        database.execute(
                "CREATE TABLE orders (id int); CREATE TABLE customers (id int); INSERT INTO orders VALUES (1)");
        MappingBuilder mapping =
                new MappingBuilder().compatibility(Compatibility.VIEWS).tables("shop", "orders", "customers");
        Goals goals = Goals.on(database, output);
        goals.migrate(mapping);
        Contract.Terms terms = new Contract.Terms(List.of("orders"), false, Duration.ZERO, Duration.ZERO);
        new Contract(goals.workplace(), terms, Goals.PERSISTENCE, ChangeListener.NONE).run();
        database.execute("UPDATE schemasplit.migration SET table_oid = 1, operations = replace(operations::text,"
                + " 'shop.orders'::regclass::oid::text, 'shop.customers'::regclass::oid::text)::jsonb");
        goals.rollback();
        assertThat(database.query("SELECT count(*) FROM public.orders")).containsExactly("1");
        database.execute("DROP VIEW public.orders");
        assertThat(goals.verify(Goals.parsed(mapping.build()), Expectation.MIGRATED)
                        .findings())
                .filteredOn(f -> f.code() == FindingCode.OLD_NAME_GONE)
                .singleElement()
                .satisfies(f -> assertThat(f.remedy()).contains(" FROM shop.orders; "));
        goals.rollback();
        assertThat(database.query("SELECT count(*) FROM public.orders")).containsExactly("1");
    }

    /** A new routine of that name, with the path that the migration gave, is given the former's too. */
    @PostgresTest
    void pathsOfRoutinesAreTakenBackByTheirNames(TestDatabase database) throws IOException {
        ClientProgram dump = ClientProgram.dumpOf(database.server());
        database.execute("""
                CREATE TYPE state AS ENUM ('new');
                CREATE TABLE orders (id serial PRIMARY KEY, state state);
                CREATE TABLE items (id int REFERENCES orders);
                CREATE FUNCTION price(orders) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM orders';
                CREATE FUNCTION counted(items, state[]) RETURNS bigint LANGUAGE sql SET work_mem = '1MB' SET search_path = public
                    SET lock_timeout = '1s' AS 'SELECT count(*) FROM orders';
                CREATE FUNCTION counted(items) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM items';
                """);
        List<String> before = descriptions(Goals.on(database, output));
        MappingBuilder mapping = new MappingBuilder()
                .tables("shop", "orders", "items")
                .types("shop", "state")
                .routines("shop", "price")
                .routineBodies(RoutineBodies.SEARCH_PATH);
        Goals.on(database, output).migrate(mapping);
        String paths =
                "SELECT proname, cardinality(proargtypes::oid[]), proconfig FROM pg_proc WHERE oid >= 16384 ORDER BY 1, 2";
        assertThat(database.query(paths)).allMatch(row -> row.contains("shop"));
        try (TestDatabase restored = restore(dump, database)) {
            assertThat(rollback(Goals.on(restored, output))).anyMatch(line -> line.contains("restored from a dump"));
            assertThat(descriptions(Goals.on(restored, output))).isEqualTo(before);
            assertThat(restored.query(paths)).noneMatch(row -> row.contains("shop"));
        }
        String another =
                "CREATE FUNCTION counted(shop.items) RETURNS bigint LANGUAGE sql%s AS 'SELECT count(*) FROM items'";
        database.execute("DROP FUNCTION counted(shop.items); "
                + another.formatted(" SET search_path = \"$user\", public, shop")
                + "; UPDATE schemasplit.migration SET server_version = '12.22'");
        assertThat(rollback(Goals.on(database, output))).noneMatch(line -> line.contains("restored from a dump"));
        assertThat(descriptions(Goals.on(database, output))).isEqualTo(before);
        assertThat(database.query(paths)).noneMatch(row -> row.contains("shop"));
    }

    /** It has the same OIDs, but for that of the database itself. */
    @PostgresTest
    void aCopyOfTheDatabaseIsAsTheJournalSays(TestDatabase database) {
        database.execute("CREATE TABLE orders (id serial PRIMARY KEY); CREATE TABLE items ()");
        Goals.on(database, output).migrate(TABLES);
        try (TestDatabase copy = database.server().createDatabase(database.name())) {
            Goals goals = Goals.on(copy, output);
            assertVerified(goals, Expectation.MIGRATED);
            assertThat(rollback(goals)).noneMatch(line -> line.contains("restored from a dump"));
            assertVerified(goals, Expectation.ORIGINAL);
        }
    }

    private static void assertVerified(Goals goals, Expectation expectation) {
        assertThat(goals.verify(Goals.parsed(TABLES.build()), expectation).findings())
                .extracting(Finding::subject)
                .allMatch(subject -> subject.startsWith("database "));
    }

    /** As pg_upgrade leaves it: relations and types keep their OIDs, all else gets others, which may have been those of others. */
    @PostgresTest
    void anUpgradedDatabaseIsRolledBackByTheNamesOfWhatGotOtherOids(TestDatabase database) {
        database.execute("""
                CREATE TYPE state AS ENUM ('new');
                CREATE TABLE orders (id serial PRIMARY KEY, state state);
                CREATE TABLE items ();
                CREATE STATISTICS counted ON id, state FROM orders;
                CREATE FUNCTION price(orders) RETURNS int LANGUAGE sql AS 'SELECT 1';
                CREATE FUNCTION price(items, state[]) RETURNS int LANGUAGE sql AS 'SELECT 2';
                CREATE FUNCTION counted(orders) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.orders';
                CREATE FUNCTION same(orders, orders) RETURNS boolean LANGUAGE sql AS 'SELECT true';
                CREATE OPERATOR === (LEFTARG = orders, RIGHTARG = orders, FUNCTION = same);
                """);
        Goals goals = Goals.on(database, output);
        List<String> before = descriptions(goals);
        goals.migrate(MAPPING);
        database.execute("""
                DROP STATISTICS shop.counted;
                CREATE STATISTICS shop.counted ON id, state FROM shop.orders;
                DROP FUNCTION shop.price(shop.orders);
                CREATE FUNCTION shop.price(shop.orders) RETURNS int LANGUAGE sql AS 'SELECT 1';
                DROP FUNCTION counted(shop.orders);
                CREATE FUNCTION counted(shop.orders) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM shop.orders';
                DROP OPERATOR shop.=== (shop.orders, shop.orders);
                CREATE OPERATOR shop.=== (LEFTARG = shop.orders, RIGHTARG = shop.orders, FUNCTION = public.same);
                ALTER FUNCTION shop.price(shop.items, shop.state[]) RENAME TO swapped;
                CREATE FUNCTION shop.price(shop.items, shop.state[]) RETURNS int LANGUAGE sql AS 'SELECT 2';
                ALTER FUNCTION shop.swapped(shop.items, shop.state[]) SET SCHEMA public;
                UPDATE schemasplit.migration SET server_version = '12.22';
                """);
        assertThat(rollback(goals)).noneMatch(line -> line.contains("restored from a dump"));
        assertThat(database.query(COUNTED)).containsExactly(BODY);
        database.execute("DROP FUNCTION public.swapped");
        assertThat(descriptions(goals)).isEqualTo(before);
    }

    private static List<String> rollback(Goals goals) {
        List<String> events = new ArrayList<>();
        Rollback.Result result =
                new Rollback(goals.workplace(), false, Goals.PERSISTENCE, event -> events.addAll(event.lines())).run();
        assertThat(result.left()).isEmpty();
        assertThat(result.batches()).allSatisfy(b -> assertThat(b.doubts()).isEmpty());
        return events;
    }

    /** Into a database in which other objects took the OIDs. */
    private TestDatabase restore(ClientProgram dump, TestDatabase database) throws IOException {
        ClientProgram.Outcome dumped = dump.on(database, "-c", "--if-exists");
        assertThat(dumped.exitCode()).as(dumped.text()).isZero();
        Path script = Files.writeString(output.resolve("dump.sql"), dumped.text());
        TestDatabase restored = database.server().createDatabase();
        restored.execute("CREATE TABLE filler (id serial PRIMARY KEY); DROP TABLE filler");
        ClientProgram.Outcome loaded = ClientProgram.psql().script(restored, script);
        assertThat(loaded.exitCode()).as(loaded.text()).isZero();
        return restored;
    }

    private static List<String> descriptions(Goals goals) {
        return goals.states().states().stream()
                .map(ObjectState::description)
                .filter(description -> !description.startsWith("database "))
                .sorted()
                .toList();
    }
}
