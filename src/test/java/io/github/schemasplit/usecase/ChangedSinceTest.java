package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.mapping.EntryKind;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Rollbacks of migrations whose objects others have changed since: it says what, and does nothing, or by force the rest. */
class ChangedSinceTest {
    private static final MappingBuilder MAPPING =
            new MappingBuilder().tables("shop", "orders", "items").tables("crm", "people");

    @TempDir
    private Path output;

    /**
     * What somebody did, what is said of it, what is not taken back by force, and where everything is after that.
     *
     * @param left each must be said
     * @param after what is in the schemas in the end, tables and schemas by name
     */
    private record Case(String done, List<String> left, String after) {}

    private static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "DROP TABLE shop.items",
                        List.of("table shop.items was dropped"),
                        "public.orders, public.people"),
                new Case(
                        "ALTER TABLE shop.items RENAME TO parts",
                        List.of(
                                "table shop.items is shop.parts now",
                                "schema shop stays, since it holds table shop.parts"),
                        "public.orders, public.people, shop.parts"),
                new Case(
                        "ALTER TABLE shop.items SET SCHEMA crm",
                        List.of(
                                "table shop.items is crm.items now",
                                "schema crm stays, since it holds table crm.items"),
                        "crm.items, public.orders, public.people"),
                new Case(
                        "CREATE TABLE public.items ()",
                        List.of(
                                "table shop.items stays: it can not go to schema public: that schema has table public.items"
                                        + " already",
                                "schema shop stays, since it holds table shop.items"),
                        "public.items, public.orders, public.people, shop.items"),
                new Case(
                        "CREATE TABLE crm.letters (); CREATE TYPE crm.tone AS ENUM ()",
                        List.of("schema crm stays, since it holds table crm.letters, type crm.tone"),
                        "crm.letters, public.items, public.orders, public.people"),
                new Case(
                        "CREATE VIEW crm.names AS SELECT id FROM crm.people",
                        List.of("schema crm stays, since it holds view crm.names"),
                        "crm.names, public.items, public.orders, public.people"),
                new Case(
                        "CREATE FUNCTION crm.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                        List.of("schema crm stays, since it holds routine crm.f()"),
                        "public.items, public.orders, public.people"),
                new Case(
                        "CREATE COLLATION crm.c (LOCALE = 'C')",
                        List.of("schema crm stays, since it holds collation crm.c"),
                        "public.items, public.orders, public.people"),
                new Case(
                        "DROP SCHEMA crm CASCADE",
                        List.of("table crm.people was dropped", "schema crm was dropped"),
                        "public.items, public.orders"));
    }

    @PostgresTest(takesLong = true)
    void itSaysWhatChangedAndStopsOrByForceDoesTheRest(TestDatabase database) {
        cases().forEach(c -> check(database, c));
    }

    private void check(TestDatabase database, Case c) {
        try (TestDatabase fresh = database.server().createDatabase()) {
            fresh.execute("CREATE TABLE orders (id int PRIMARY KEY); CREATE TABLE items (id int REFERENCES orders);"
                    + " CREATE TABLE people (id serial PRIMARY KEY);");
            Goals goals = Goals.on(fresh, output);
            goals.migrate(MAPPING);
            fresh.execute(c.done());
            List<String> before = RawCatalog.rows(fresh);
            String[] left = c.left().toArray(String[]::new);
            assertThatThrownBy(goals::rollback)
                    .as(c.done())
                    .isInstanceOf(GoalStoppedException.class)
                    .hasMessageContainingAll(left)
                    .hasMessageContaining("schema.force=true");
            assertThat(RawCatalog.difference(before, RawCatalog.rows(fresh))).isEmpty();
            Rollback.Result result = goals.rollbackByForce();
            assertThat(result.left()).as(c.done()).containsExactly(left);
            assertThat(result.batches()).allSatisfy(b -> assertThat(b.doubts()).isEmpty());
            assertThat(relations(fresh)).as(c.done()).containsExactly(c.after());
            assertThat(goals.history()).hasSize(2);
        }
    }

    @PostgresTest(takesLong = true)
    void aSchemaThatStaysKeepsItsPrivileges(TestDatabase database) {
        String role = "reader_" + database.name();
        database.execute("CREATE TABLE people (id int); CREATE TABLE orders (); CREATE TABLE items (); CREATE ROLE "
                + role + "; GRANT SELECT ON people TO " + role);
        try {
            Goals goals = Goals.on(database, output);
            goals.migrate(MAPPING);
            database.execute("CREATE TABLE crm.letters (); GRANT SELECT ON crm.letters TO " + role);
            goals.rollbackByForce();
            assertThat(database.query("SELECT has_schema_privilege('" + role + "', 'crm', 'USAGE')"))
                    .containsExactly("t");
        } finally {
            database.execute("DROP OWNED BY " + role + "; DROP ROLE " + role);
        }
    }

    @PostgresTest(takesLong = true)
    void aPublicationThatWasDroppedOrChangedSinceIsNamed(TestDatabase database) {
        assumeThat(database.server().major()).as("FOR TABLES IN SCHEMA").isGreaterThanOrEqualTo(15);
        database.execute(
                "CREATE TABLE people (id int); CREATE TABLE orders (); CREATE TABLE items ();"
                        + " CREATE PUBLICATION one FOR TABLES IN SCHEMA public; CREATE PUBLICATION two FOR TABLES IN SCHEMA public");
        Goals goals = Goals.on(database, output);
        goals.migrate(MAPPING);
        database.execute("DROP PUBLICATION one; ALTER PUBLICATION two DROP TABLE crm.people");
        assertThat(goals.rollbackByForce().left())
                .containsExactlyInAnyOrder("publication one was dropped", "publication two has no table crm.people");
        assertThat(database.query("SELECT count(*) FROM pg_publication_rel")).containsExactly("0");
    }

    /** A new view elsewhere reads a moved table by its identity, wherever that is. */
    @PostgresTest(takesLong = true)
    void aNewViewElsewhereGoesOnWorking(TestDatabase database) {
        database.execute("CREATE TABLE people (id int); CREATE TABLE orders (); CREATE TABLE items ()");
        Goals goals = Goals.on(database, output);
        goals.migrate(MAPPING);
        database.execute("CREATE VIEW public.everybody AS SELECT id FROM crm.people");
        goals.rollback();
        assertThat(database.query("SELECT count(*) FROM everybody")).containsExactly("0");
    }

    /** The newcomer is no restored object, though nothing has the OID that the journal tells of. */
    @PostgresTest(takesLong = true)
    void aTableThatWasDroppedAndMadeAnewIsNotTakenForARestoredOne(TestDatabase database) {
        database.execute("CREATE TABLE orders ()");
        Goals goals = Goals.on(database, output);
        MappingBuilder mapping = new MappingBuilder().tables("shop", "orders");
        goals.migrate(mapping);
        database.execute("DROP TABLE shop.orders; CREATE TABLE shop.orders ()");
        assertThat(goals.verify(Goals.parsed(mapping.build()), Expectation.MIGRATED)
                        .findings())
                .extracting(Finding::code)
                .contains(FindingCode.GONE_SINCE_MIGRATION)
                .doesNotContain(FindingCode.JOURNAL_NOT_COMPARABLE);
        assertThatThrownBy(goals::rollback)
                .isInstanceOf(GoalStoppedException.class)
                .hasMessageContaining("table shop.orders was dropped");
        assertThat(relations(database)).containsExactly("shop.orders");
    }

    @PostgresTest(takesLong = true)
    void whatWasMadeAnewGoesBackByForceAndIsTold(TestDatabase database) {
        MappingBuilder mapping =
                new MappingBuilder().tables("shop", "orders", "items", "people").routines("shop", "price(orders)");
        Goals goals = migrated(
                database,
                "CREATE VIEW totals AS SELECT id FROM orders;"
                        + " CREATE FUNCTION price(orders) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                mapping);
        database.execute("DROP VIEW shop.totals; CREATE VIEW shop.totals AS SELECT id, 1 AS one FROM shop.orders;"
                + " DROP FUNCTION shop.price(shop.orders);"
                + " CREATE FUNCTION shop.price(text) RETURNS int LANGUAGE sql AS 'SELECT 2';"
                + " CREATE FUNCTION shop.price(whole shop.orders) RETURNS int LANGUAGE sql AS 'SELECT 3'");
        assertThatThrownBy(goals::rollback)
                .isInstanceOf(GoalStoppedException.class)
                .hasMessageContainingAll(
                        "view shop.totals was dropped and made anew",
                        "function shop.price was dropped and made anew",
                        "schema.force=true");
        Rollback.Result result = goals.rollbackByForce();
        assertThat(result.renewed()).containsExactlyInAnyOrder("view shop.totals", "function shop.price");
        assertThat(result.left()).containsExactly("schema shop stays, since it holds routine shop.price(text)");
        assertThat(relations(database)).containsExactly("public.items, public.orders, public.people, public.totals");
        assertThat(database.query("SELECT oid::regprocedure FROM pg_proc WHERE proname = 'price' ORDER BY prosrc"))
                .containsExactly("shop.price(text)", "price(orders)");
    }

    @PostgresTest(takesLong = true)
    void anArgumentWhoseTypeWasMovedSinceIsWrittenAsItIs(TestDatabase database) {
        MappingBuilder mapping =
                new MappingBuilder().tables("shop", "orders", "items", "people").routines("shop", "f");
        Goals goals = migrated(
                database,
                "CREATE EXTENSION citext; CREATE FUNCTION f(citext, orders[]) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                mapping);
        database.execute("CREATE SCHEMA extensions; ALTER EXTENSION citext SET SCHEMA extensions");
        goals.rollback();
        assertThat(database.query("SELECT 'public.f'::regproc::oid::regprocedure"))
                .containsExactly("f(extensions.citext,orders[])");
    }

    @PostgresTest(takesLong = true)
    void anArgumentWhoseTypeStaysIsWrittenAsItIs(TestDatabase database) {
        MappingBuilder mapping = new MappingBuilder()
                .tables("shop", "orders", "items", "people")
                .routines("shop", "price", "same")
                .entries(EntryKind.OPERATORS, "shop", "===");
        Goals goals = migrated(
                database,
                "CREATE FUNCTION price(orders, items) RETURNS int LANGUAGE sql AS 'SELECT 1';"
                        + " CREATE FUNCTION same(orders, items) RETURNS boolean LANGUAGE sql AS 'SELECT true';"
                        + " CREATE OPERATOR === (LEFTARG = orders, RIGHTARG = items, FUNCTION = same)",
                mapping);
        database.execute("CREATE TABLE public.orders ()");
        assertThat(goals.rollbackByForce().left()).hasSize(2);
        assertThat(database.query("SELECT 'public.price'::regproc::oid::regprocedure"))
                .containsExactly("price(shop.orders,items)");
        assertThat(database.query("SELECT oid::regoperator FROM pg_operator WHERE oprname = '==='"))
                .containsExactly("===(shop.orders,items)");
    }

    @PostgresTest(takesLong = true)
    void whatWasMovedBackByHandNeedsNothing(TestDatabase database) {
        Goals goals = migrated(database, "", MAPPING);
        database.execute("ALTER TABLE shop.items SET SCHEMA public");
        goals.rollback();
        assertThat(relations(database)).containsExactly("public.items, public.orders, public.people");
        assertThat(database.query("SELECT to_regnamespace('shop'), to_regnamespace('crm')"))
                .containsExactly("null|null");
    }

    @PostgresTest(takesLong = true)
    void whenAllWasMovedBackByHandTheSchemasAreDropped(TestDatabase database) {
        Goals goals = migrated(database, "", MAPPING);
        database.execute("ALTER TABLE shop.items SET SCHEMA public; ALTER TABLE shop.orders SET SCHEMA public;"
                + " ALTER TABLE crm.people SET SCHEMA public");
        goals.rollback();
        assertThat(database.query("SELECT to_regnamespace('shop'), to_regnamespace('crm')"))
                .containsExactly("null|null");
    }

    /** A publication is changed by the name that the table has by now. */
    @PostgresTest(takesLong = true)
    void aTableThatWasMovedBackByHandLeavesItsPublication(TestDatabase database) {
        assumeThat(database.server().major()).as("FOR TABLES IN SCHEMA").isGreaterThanOrEqualTo(15);
        Goals goals = migrated(database, "CREATE PUBLICATION one FOR TABLES IN SCHEMA public", MAPPING);
        database.execute("ALTER TABLE crm.people SET SCHEMA public");
        goals.rollback();
        assertThat(database.query("SELECT count(*) FROM pg_publication_rel")).containsExactly("0");
    }

    @PostgresTest(takesLong = true)
    void aSchemaThatOthersPublishStays(TestDatabase database) {
        assumeThat(database.server().major()).as("FOR TABLES IN SCHEMA").isGreaterThanOrEqualTo(15);
        Goals goals = migrated(database, "", MAPPING);
        database.execute("CREATE PUBLICATION theirs FOR TABLES IN SCHEMA crm");
        String left = "schema crm stays, since publication theirs publishes it";
        assertThatThrownBy(goals::rollback)
                .isInstanceOf(GoalStoppedException.class)
                .hasMessageContaining(left);
        assertThat(goals.rollbackByForce().left()).containsExactly(left);
        assertThat(relations(database)).containsExactly("public.items, public.orders, public.people");
    }

    @PostgresTest(takesLong = true)
    void aSchemaToGoBackToThatIsGoneIsNamedInAdvance(TestDatabase database) {
        Goals goals = migrated(database, "", MAPPING);
        database.execute("DROP SCHEMA public");
        assertThatThrownBy(goals::rollback)
                .isInstanceOf(GoalStoppedException.class)
                .hasMessageContainingAll("schema public was dropped", "CREATE SCHEMA public");
        assertThat(goals.rollbackByForce().left())
                .anyMatch(left -> left.startsWith("schema public was dropped"))
                .noneMatch(left -> left.endsWith("is public.items now"));
        assertThat(relations(database)).containsExactly("crm.people, shop.items, shop.orders");
    }

    @PostgresTest(takesLong = true)
    void aSchemaToGoBackToThatWasMadeAgainWillDo(TestDatabase database) {
        Goals goals = migrated(database, "", MAPPING);
        database.execute("DROP SCHEMA public; CREATE SCHEMA public");
        goals.rollback();
        assertThat(relations(database)).containsExactly("public.items, public.orders, public.people");
    }

    @PostgresTest(takesLong = true)
    void aSequenceThatATableOwnsByNowGoesBackWithIt(TestDatabase database) {
        Goals goals = migrated(
                database, "CREATE SEQUENCE s; ALTER TABLE orders ADD number int DEFAULT nextval('s')", MAPPING);
        assertThat(database.query("SELECT to_regclass('shop.s')")).containsExactly("shop.s");
        database.execute("ALTER SEQUENCE shop.s OWNED BY shop.orders.number");
        goals.rollback();
        assertThat(database.query("SELECT to_regclass('public.s')")).containsExactly("s");
    }

    @PostgresTest(takesLong = true)
    void aSequenceThatATableOwnsByNowStaysWithIt(TestDatabase database) {
        Goals goals = migrated(
                database, "CREATE SEQUENCE s; ALTER TABLE orders ADD number int DEFAULT nextval('s')", MAPPING);
        database.execute("CREATE TABLE shop.bills (id int); ALTER SEQUENCE shop.s OWNED BY shop.bills.id");
        String left = "sequence shop.s belongs to table shop.bills now and goes only where that goes";
        assertThatThrownBy(goals::rollback)
                .isInstanceOf(GoalStoppedException.class)
                .hasMessageContaining(left);
        assertThat(goals.rollbackByForce().left()).contains(left);
        assertThat(relations(database)).containsExactly("public.items, public.orders, public.people, shop.bills");
    }

    /** Its privileges went with it. */
    @PostgresTest(takesLong = true)
    void aRevokeFromARoleThatIsGoneIsDoneAlready(TestDatabase database) {
        String role = "clerk_" + database.name();
        Goals goals = migrated(
                database,
                "CREATE SCHEMA crm; CREATE ROLE %1$s; GRANT USAGE ON SCHEMA public TO %1$s; GRANT SELECT ON people TO %1$s"
                        .formatted(role),
                MAPPING);
        assertThat(database.query("SELECT has_schema_privilege('" + role + "', 'crm', 'USAGE')"))
                .containsExactly("t");
        database.execute("DROP OWNED BY " + role + "; DROP ROLE " + role);
        goals.rollback();
        assertThat(relations(database)).containsExactly("public.items, public.orders, public.people");
    }

    private Goals migrated(TestDatabase database, String prepared, MappingBuilder mapping) {
        database.execute("CREATE TABLE orders (id int PRIMARY KEY); CREATE TABLE items (id int REFERENCES orders);"
                + " CREATE TABLE people (id serial PRIMARY KEY);" + prepared);
        Goals goals = Goals.on(database, output);
        goals.migrate(mapping);
        return goals;
    }

    private static List<String> relations(TestDatabase database) {
        return database.query("SELECT string_agg(n.nspname || '.' || c.relname, ', ' ORDER BY n.nspname, c.relname)"
                + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE c.relkind IN ('r', 'v') AND n.nspname IN ('public', 'shop', 'crm')");
    }
}
