package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Rollbacks of migrations that gave routines other bodies, which others have changed since. */
class RoutineChangedSinceTest {
    private static final MappingBuilder MAPPING = new MappingBuilder()
            .tables("shop", "orders", "items")
            .routines("shop", "goes")
            .routineBodies(RoutineBodies.REWRITE);

    private static final String BODIES =
            "SELECT pronamespace::regnamespace || '.' || proname || ': ' || prosrc FROM pg_proc WHERE oid >= 16384 ORDER BY proname";

    @TempDir
    private Path output;

    /**
     * What somebody did, what is said of it, and what the routines are after a rollback by force.
     *
     * @param left each must be said
     * @param after the routines with their bodies
     */
    private record Case(String done, List<String> left, List<String> after) {}

    private static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "CREATE OR REPLACE FUNCTION stays() RETURNS bigint LANGUAGE sql AS 'SELECT 7 + count(*) FROM shop.orders'",
                        List.of("routine public.stays() has another body now, which stays"),
                        List.of(
                                "public.goes: SELECT count(*) FROM orders, items",
                                "public.stays: SELECT 7 + count(*) FROM shop.orders")),
                new Case(
                        "DROP FUNCTION stays()",
                        List.of("function public.stays() was dropped"),
                        List.of("public.goes: SELECT count(*) FROM orders, items")),
                new Case(
                        "DROP FUNCTION shop.goes()",
                        List.of("function shop.goes was dropped"),
                        List.of("public.stays: SELECT count(*) FROM public.orders")),
                new Case(
                        "DROP FUNCTION stays(); CREATE FUNCTION stays() RETURNS bigint LANGUAGE sql AS 'SELECT 8::bigint'",
                        List.of("routine public.stays() has another body now, which stays"),
                        List.of("public.goes: SELECT count(*) FROM orders, items", "public.stays: SELECT 8::bigint")),
                new Case(
                        "CREATE TABLE items ()",
                        List.of(
                                "table shop.items stays: it can not go to schema public: that schema has table public.items already",
                                "routine shop.goes() keeps its body, which may name table shop.items",
                                "schema shop stays, since it holds table shop.items"),
                        List.of(
                                "public.goes: SELECT count(*) FROM shop.orders, shop.items",
                                "public.stays: SELECT count(*) FROM public.orders")));
    }

    @PostgresTest(takesLong = true)
    void itSaysWhatChangedAndStopsOrByForceDoesTheRest(TestDatabase database) {
        cases().forEach(c -> check(database, c));
    }

    private void check(TestDatabase database, Case c) {
        try (TestDatabase fresh = database.server().createDatabase()) {
            create(fresh);
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
            assertThat(fresh.query(BODIES)).as(c.done()).isEqualTo(c.after());
        }
    }

    @PostgresTest(takesLong = true)
    void whatElseWasChangedAboutARoutineIsKept(TestDatabase database) {
        create(database);
        Goals goals = Goals.on(database, output);
        List<String> bodies = database.query(BODIES);
        goals.migrate(MAPPING);
        database.execute("ALTER FUNCTION stays() COST 7; ALTER FUNCTION stays() SECURITY DEFINER;"
                + " ALTER FUNCTION shop.goes() SET work_mem = '1MB'; REVOKE ALL ON FUNCTION shop.goes() FROM PUBLIC;");
        goals.rollback();
        assertThat(database.query(BODIES)).isEqualTo(bodies);
        assertThat(database.query("SELECT procost, prosecdef, proconfig, proacl FROM pg_proc WHERE oid >= 16384"
                        + " ORDER BY proname"))
                .containsExactly("100|f|{work_mem=1MB}|{postgres=X/postgres}", "7|t|null|null");
    }

    @PostgresTest(takesLong = true)
    void aRoutineThatHasItsFormerBodyAlreadyNeedsNone(TestDatabase database) {
        create(database);
        Goals goals = Goals.on(database, output);
        List<String> bodies = database.query(BODIES);
        goals.migrate(MAPPING);
        database.execute(
                "SET check_function_bodies = off;"
                        + "CREATE OR REPLACE FUNCTION stays() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.orders'");
        goals.rollback();
        assertThat(database.query(BODIES)).isEqualTo(bodies);
    }

    private static void create(TestDatabase database) {
        database.execute("CREATE TABLE orders (id int); CREATE TABLE items (id int);"
                + "CREATE FUNCTION stays() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.orders';"
                + "CREATE FUNCTION goes() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM orders, items'");
    }
}
