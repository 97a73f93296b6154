package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Routines whose text names what moves. */
class RoutineBodiesTest {
    @TempDir
    private Path output;

    @PostgresTest
    void routinesWorkAfterTheMoveAsBefore(TestDatabase database) {
        database.execute("""
                CREATE TABLE orders (id int PRIMARY KEY, note text);
                CREATE TABLE "Order Items" (id int, of_order int REFERENCES orders);
                INSERT INTO orders VALUES (1, 'a');
                INSERT INTO "Order Items" VALUES (1, 1), (2, 1);
                CREATE FUNCTION items(o public.orders) RETURNS bigint LANGUAGE sql STABLE AS
                    'SELECT count(*) FROM public."Order Items" WHERE of_order = o.id';
                CREATE FUNCTION total(note text DEFAULT '$body$') RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
                DECLARE o orders%ROWTYPE; n bigint := 0;
                BEGIN
                  FOR o IN SELECT * FROM orders AS x WHERE x.note <> total.note LOOP n := n + public.items(o); END LOOP;
                  RETURN n; -- $body
                END$$;
                CREATE PROCEDURE add_item(i int) LANGUAGE plpgsql AS $$BEGIN INSERT INTO "Order Items" VALUES (i, 1); END$$;
                GRANT EXECUTE ON FUNCTION total(text) TO PUBLIC;
                COMMENT ON FUNCTION total(text) IS 'x';
                CREATE EXTENSION file_fdw;
                CREATE EXTENSION postgres_fdw;
                ALTER FUNCTION total(text) DEPENDS ON EXTENSION postgres_fdw;
                ALTER FUNCTION total(text) DEPENDS ON EXTENSION file_fdw;
                ALTER PROCEDURE add_item(int) DEPENDS ON EXTENSION file_fdw;
                """);
        Goals goals = Goals.on(database, output);
        ObjectStates before = goals.states();
        List<String> rows = RawCatalog.rows(database);
        MappingBuilder mapping = new MappingBuilder().tables("My Shop", "*").routineBodies(RoutineBodies.REWRITE);
        goals.migrate(mapping);
        assertThat(database.query("SELECT total()")).containsExactly("2");
        assertThat(database.query("SELECT count(*) FROM pg_depend WHERE deptype = 'x'"))
                .containsExactly("3");
        database.execute("CALL add_item(3)");
        assertThat(database.query("SELECT total('b')")).containsExactly("3");
        assertThat(goals.migrate(mapping).migration()).isEmpty();
        goals.rollback();
        assertThat(goals.states()).isEqualTo(before);
        assertThat(RawCatalog.difference(rows, RawCatalog.rowsBesideJournal(database)))
                .isEmpty();
        assertThat(database.query("SELECT total('b')")).containsExactly("3");
    }

    @PostgresTest
    void aPathThatNoStatementGivesBackIsToldWithHowToSetItAnew(TestDatabase database) {
        database.execute("""
                CREATE TABLE orders (id int);
                SELECT set_config('search_path', 'public,pg_temp', false);
                CREATE FUNCTION counted() RETURNS bigint LANGUAGE sql SET search_path FROM CURRENT AS 'SELECT count(*) FROM orders';
                """);
        MappingBuilder mapping = new MappingBuilder().tables("shop", "orders").routineBodies(RoutineBodies.REWRITE);
        Goals goals = Goals.on(database, output);
        assertThatThrownBy(() -> goals.migrate(mapping)).isInstanceOfSatisfying(GoalStoppedException.class, e -> {
            Finding finding = e.findings().stream()
                    .filter(f -> f.code() == FindingCode.ROUTINE_SETTING_NOT_KEPT)
                    .findFirst()
                    .orElseThrow();
            database.execute(finding.remedy().substring(finding.remedy().indexOf("ALTER")));
        });
        goals.migrate(mapping);
        assertThat(database.query("SELECT counted()")).containsExactly("0");
    }

    @PostgresTest
    void onlyASuperuserMakesLeakproofRoutines(TestDatabase database) {
        database.execute("""
                CREATE ROLE rights_plain LOGIN;
                CREATE TABLE orders (id int);
                CREATE FUNCTION f() RETURNS bigint LANGUAGE sql STABLE LEAKPROOF AS 'SELECT count(*) FROM public.orders';
                ALTER TABLE orders OWNER TO rights_plain;
                ALTER FUNCTION f() OWNER TO rights_plain;
                GRANT ALL ON SCHEMA public TO rights_plain;
                """ + "GRANT CREATE ON DATABASE " + database.name() + " TO rights_plain");
        try {
            MappingBuilder mapping =
                    new MappingBuilder().tables("shop", "orders").routineBodies(RoutineBodies.REWRITE);
            Goals goals = Goals.on(database, output);
            assertThatThrownBy(() -> goals.as("rights_plain").migrate(mapping))
                    .isInstanceOfSatisfying(
                            GoalStoppedException.class,
                            e -> assertThat(e.findings())
                                    .anyMatch(f -> f.code() == FindingCode.ROUTINE_RIGHTS_MISSING
                                            && f.remedy().startsWith("connect as a superuser")));
            goals.migrate(mapping);
            assertThat(database.query("SELECT f()")).containsExactly("0");
        } finally {
            database.execute(
                    "REASSIGN OWNED BY rights_plain TO postgres; DROP OWNED BY rights_plain; DROP ROLE rights_plain");
        }
    }

    /** The server prints no more of them. */
    @PostgresTest
    void aCostOfMoreThanSixDigitsIsToldAndFewerAreKept(TestDatabase database) {
        String create = "CREATE OR REPLACE FUNCTION f() RETURNS SETOF bigint LANGUAGE sql COST %s ROWS %s AS"
                + " 'SELECT count(*) FROM public.orders'";
        database.execute("CREATE TABLE orders (id int); " + create.formatted("1234567", "8"));
        MappingBuilder mapping = new MappingBuilder().tables("shop", "orders").routineBodies(RoutineBodies.REWRITE);
        Goals goals = Goals.on(database, output);
        for (String much : List.of("SELECT 1", create.formatted("8", "0.0001234567"))) {
            database.execute(much);
            assertThatThrownBy(() -> goals.migrate(mapping))
                    .isInstanceOfSatisfying(
                            GoalStoppedException.class,
                            e -> assertThat(e.findings())
                                    .anyMatch(f -> f.code() == FindingCode.ROUTINE_SETTING_NOT_KEPT
                                            && f.message().contains("COST or ROWS")));
        }
        database.execute(create.formatted("123456e7", "0.000123456"));
        goals.migrate(mapping);
        assertThat(database.query("SELECT procost, prorows FROM pg_proc WHERE proname = 'f' AND oid >= 16384"))
                .containsExactly("1.23456e+12|0.000123456");
    }

    /** What it may replace and alter is not always what it may make anew. */
    @PostgresTest
    void whateverKeepsTheOwnerFromMakingARoutineAnewIsToldBefore(TestDatabase database) {
        String plain = "LANGUAGE sql AS 'SELECT count(*) FROM public.orders'";
        Map<String, String> routines = Map.of(
                "CREATE FUNCTION f() RETURNS bigint SET log_min_messages = 'error' " + plain,
                "setting",
                "CREATE FUNCTION f() RETURNS bigint SET unknown.one = '1' " + plain,
                "setting",
                "CREATE FUNCTION f() RETURNS bigint SET plpgsql.extra_errors = 'none' SET work_mem = '1MB' SET \"DateStyle\" = ISO "
                        + plain,
                "",
                "CREATE FUNCTION f() RETURNS bigint " + plain + "; REVOKE ALL ON FUNCTION f FROM PUBLIC, postgres",
                "let its owner run: GRANT EXECUTE ON ROUTINE public.f() TO rights_maker;",
                "REVOKE USAGE ON LANGUAGE sql FROM PUBLIC; CREATE FUNCTION f() RETURNS bigint " + plain,
                "language sql",
                "CREATE DOMAIN own AS int; REVOKE USAGE ON TYPE own FROM PUBLIC; CREATE FUNCTION f(own[]) RETURNS bigint "
                        + plain,
                "USAGE on a type",
                "CREATE DOMAIN own AS bigint; REVOKE USAGE ON TYPE own FROM PUBLIC; CREATE FUNCTION f(OUT o own) "
                        + plain,
                "USAGE on a type");
        MappingBuilder mapping = new MappingBuilder().tables("shop", "orders").routineBodies(RoutineBodies.REWRITE);
        routines.forEach((routine, told) -> {
            try (TestDatabase fresh = database.server().createDatabase()) {
                fresh.execute("CREATE ROLE rights_maker LOGIN; CREATE TABLE orders (id int); " + routine
                        + "; ALTER TABLE orders OWNER TO rights_maker; ALTER FUNCTION f OWNER TO rights_maker;"
                        + " GRANT ALL ON SCHEMA public TO rights_maker; GRANT CREATE ON DATABASE " + fresh.name()
                        + " TO rights_maker");
                try {
                    Goals goals = Goals.on(fresh, output).as("rights_maker");
                    if (told.isEmpty()) {
                        assertThat(goals.migrate(mapping).migration()).isPresent();
                    } else {
                        assertThatThrownBy(() -> goals.migrate(mapping))
                                .as(routine)
                                .isInstanceOfSatisfying(
                                        GoalStoppedException.class,
                                        e -> assertThat(e.findings())
                                                .anyMatch(f -> f.code() == FindingCode.ROUTINE_RIGHTS_MISSING
                                                        && (f.message() + f.remedy()).contains(told)));
                        Goals.on(fresh, output).migrate(mapping);
                    }
                } finally {
                    fresh.execute(
                            "REASSIGN OWNED BY rights_maker TO postgres; DROP OWNED BY rights_maker; DROP ROLE rights_maker");
                }
            }
        });
    }

    @PostgresTest
    void aRoutineThatWouldFailAndDidNotEndsTheMigration(TestDatabase database) {
        database.execute("""
                CREATE TABLE orders (id int PRIMARY KEY);
                CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
                CREATE FUNCTION f(date) RETURNS int LANGUAGE sql AS 'SELECT 2';
                CREATE FUNCTION caller() RETURNS bigint LANGUAGE sql AS 'SELECT f(1) + count(*) FROM public.orders';
                SET check_function_bodies = off;
                CREATE FUNCTION failing() RETURNS bigint LANGUAGE plpgsql AS
                    'DECLARE x gone; BEGIN RETURN (SELECT count(*) FROM public.orders); END';
                """);
        List<String> rows = RawCatalog.rows(database);
        Goals goals = Goals.on(database, output);
        MappingBuilder mapping = new MappingBuilder()
                .tables("shop", "orders")
                .routines("shop", "f(integer)")
                .routineBodies(RoutineBodies.REWRITE);
        assertThatThrownBy(() -> goals.migrate(mapping))
                .hasMessageContaining("routine public.caller() would fail after the change and does not before it:"
                        + " function f(integer) does not exist")
                .hasMessageContaining("Mend the routine's text by hand");
        assertThat(RawCatalog.difference(rows, RawCatalog.rows(database))).isEmpty();
        database.execute("ALTER FUNCTION caller() SET search_path = public, shop");
        goals.migrate(mapping);
        assertThat(database.query("SELECT caller()")).containsExactly("1");
    }

    @PostgresTest
    void anEventTriggerThatNamesWhatMovesIsToBeDisabled(TestDatabase database) {
        database.execute("""
                CREATE TABLE ddl_log (tag text);
                CREATE FUNCTION log_ddl() RETURNS event_trigger LANGUAGE plpgsql AS
                    'BEGIN INSERT INTO public.ddl_log VALUES (tg_tag); END';
                CREATE EVENT TRIGGER log_ddl ON ddl_command_end EXECUTE FUNCTION log_ddl();
                """);
        MappingBuilder mapping = new MappingBuilder().tables("shop", "ddl_log").routineBodies(RoutineBodies.REWRITE);
        Goals goals = Goals.on(database, output);
        assertThatThrownBy(() -> goals.migrate(mapping))
                .hasMessageContaining("\"shop.ddl_log\" does not exist")
                .hasMessageContaining("ALTER EVENT TRIGGER … DISABLE");
        database.execute("ALTER EVENT TRIGGER log_ddl DISABLE");
        goals.migrate(mapping);
        database.execute("ALTER EVENT TRIGGER log_ddl ENABLE; CREATE TABLE a ()");
        assertThat(database.query("SELECT tag FROM shop.ddl_log")).containsExactly("CREATE TABLE");
    }

    /** What the server puts around a body so that it does not end there is as long as it must be. */
    @PostgresTest
    void whateverIsInTheBodyItIsReplaced(TestDatabase database) {
        database.execute("CREATE TABLE orders (id int); CREATE FUNCTION counted() RETURNS bigint LANGUAGE sql AS"
                + " 'SELECT count(*) FROM public.orders -- $function" + "x".repeat(200) + " $body'");
        Goals goals = Goals.on(database, output);
        ObjectStates before = goals.states();
        goals.migrate(new MappingBuilder().tables("shop", "orders").routineBodies(RoutineBodies.REWRITE));
        assertThat(database.query("SELECT counted()")).containsExactly("0");
        goals.rollback();
        assertThat(goals.states()).isEqualTo(before);
    }
}
