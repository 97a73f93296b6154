package io.github.schemasplit.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.sqltext.TextEdit;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutineTextsTest {
    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping = new MappingBuilder().tables("My Shop", "orders", "Order Items");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            BEGIN PERFORM 1 FROM orders; END | BEGIN PERFORM 1 FROM "My Shop".orders; END
            BEGIN PERFORM 1 FROM public . ORDERS; END | BEGIN PERFORM 1 FROM "My Shop" . ORDERS; END
            BEGIN PERFORM 1 FROM "public"."Order Items" i; END | BEGIN PERFORM 1 FROM "My Shop"."Order Items" i; END
            BEGIN PERFORM public.orders.id FROM public.orders; END | BEGIN PERFORM "My Shop".orders.id FROM "My Shop".orders; END
            DECLARE x orders%ROWTYPE; y public.orders.id%TYPE; BEGIN END | DECLARE x "My Shop".orders%ROWTYPE; y "My Shop".orders.id%TYPE; BEGIN END
            BEGIN PERFORM 1 FROM users, other.orders; END | BEGIN PERFORM 1 FROM users, other.orders; END
            BEGIN WITH orders AS (SELECT 1) SELECT * INTO x FROM orders; END | BEGIN WITH orders AS (SELECT 1) SELECT * INTO x FROM orders; END
            BEGIN PERFORM nextval('orders_id_seq'), 'public.orders'::regclass, CAST('"Order Items"' AS pg_catalog.regclass); END | BEGIN PERFORM nextval('"My Shop".orders_id_seq'), '"My Shop".orders'::regclass, CAST('"My Shop"."Order Items"' AS pg_catalog.regclass); END
            BEGIN DROP INDEX IF EXISTS public.by_note; REINDEX INDEX by_note; PERFORM 'by_note'::regclass; END | BEGIN DROP INDEX IF EXISTS "My Shop".by_note; REINDEX INDEX "My Shop".by_note; PERFORM '"My Shop".by_note'::regclass; END
            BEGIN SET CONSTRAINTS ALL DEFERRED; SET CONSTRAINTS public.to_users, to_users IMMEDIATE; END | BEGIN SET CONSTRAINTS ALL DEFERRED; SET CONSTRAINTS "My Shop".to_users, "My Shop".to_users IMMEDIATE; END
            BEGIN /* orders */ x := 'orders'; -- orders | BEGIN /* orders */ x := 'orders'; -- orders
            """)
    void namesOfWhatMovesAreWrittenAnew(String body, String expected) {
        tables();
        assertThat(mended(database.routine("public", "f", "", body, "search_path=public")))
                .isEqualTo(expected);
    }

    @Test
    void aNameIsLookedForInTheRoutinesOwnPath() {
        tables();
        assertThat(mended(database.routine(
                        "public", "f", "", "BEGIN PERFORM 1 FROM orders; END", "search_path=other, public")))
                .isEqualTo("BEGIN PERFORM 1 FROM orders; END");
        assertThat(mended(database.routine("public", "g", "", "BEGIN PERFORM 1 FROM orders; END", "search_path=\"\"")))
                .isEqualTo("BEGIN PERFORM 1 FROM orders; END");
    }

    @Test
    void theServersOwnNamesComeFirst() {
        database.table("line");
        database.routine("public", "line", "text", "");
        database.systemName("line");
        mapping.tables("My Shop", "line").routines("My Shop", "line(text)");
        String body =
                "DECLARE a line; b line%ROWTYPE; c public.line; BEGIN PERFORM 1 FROM line; PERFORM line('x'); END";
        Routine routine = database.routine("public", "f", "", body, "search_path=public");
        assertThat(mended(routine))
                .isEqualTo("DECLARE a line; b \"My Shop\".line%ROWTYPE; c \"My Shop\".line;"
                        + " BEGIN PERFORM 1 FROM \"My Shop\".line; PERFORM line('x'); END");
        assertThat(read(routine).unclear())
                .containsExactly(new UnclearName(1, "line", "the server has a routine of that name too"));
        assertThat(mended(database.routine("public", "g", "", body, "search_path=public, pg_catalog")))
                .startsWith("DECLARE a \"My Shop\".line;");
    }

    @Test
    void aCallOfATypeIsACast() {
        database.type("public", "My Mood", 'e');
        database.type("public", "made", 'r');
        database.routine("public", "made", "integer", "");
        database.type("public", "line", 'd');
        database.systemName("line");
        mapping.types("My Shop", "My Mood", "made", "line");
        Routine routine = database.routine(
                "public",
                "f",
                "",
                "BEGIN x := public.\"My Mood\"(y); PERFORM \"My Mood\"('a'), made(1), public.line(y), line(y); END",
                "search_path=public");
        assertThat(mended(routine))
                .isEqualTo("BEGIN x := \"My Shop\".\"My Mood\"(y); PERFORM \"My Shop\".\"My Mood\"('a'), made(1),"
                        + " \"My Shop\".line(y), line(y); END");
        assertThat(read(routine).unclear())
                .containsExactly(new UnclearName(1, "line", "the server has a routine of that name too"));
    }

    @Test
    void whatATemporaryTableMayHideIsNotGuessed() {
        tables();
        Routine routine = database.routine(
                "public",
                "f",
                "",
                "BEGIN\nCREATE TEMP TABLE orders (id int);\nDELETE FROM orders; DELETE FROM public.orders; END",
                "search_path=public");
        RoutineReading reading = read(routine);
        assertThat(reading.unclear())
                .containsExactly(new UnclearName(3, "orders", "the routine makes a relation of that name"));
        assertThat(mended(routine)).endsWith("DELETE FROM orders; DELETE FROM \"My Shop\".orders; END");
    }

    /** A temporary table hides the moved one from what the routine calls; another would be made where that one was. */
    @Test
    void aTableThatIsMadeWithTheNameOfAMovedOneIsTold() {
        tables();
        String body = "BEGIN\nCREATE TEMP TABLE orders (id int);\nCREATE INDEX IF NOT EXISTS by_note ON users (id);\n"
                + "CREATE TABLE other.orders (id int); PERFORM g(); END";
        RoutineReading reading = read(database.routine("public", "f", "", body, "search_path=public"));
        assertThat(reading.unclear())
                .containsExactly(new UnclearName(2, "orders", "the routine makes a relation of that name"));
        assertThat(reading.named()).hasSize(1);
    }

    @Test
    void aNameThatHangsOnWhoRunsItIsNotGuessed() {
        tables();
        database.schema("app");
        database.table("app", "orders");
        Routine routine = database.routine(
                "public", "f", "", "BEGIN PERFORM 1 FROM orders; END", "search_path=\"$user\", public");
        assertThat(read(routine).unclear())
                .extracting(UnclearName::why)
                .containsExactly("which object it is hangs on the search_path of who runs it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET LOCAL search_path = other",
                "SET search_path TO 'other', public",
                "PERFORM set_config('search_path', 'other, public', true)",
                "PERFORM pg_catalog.set_config('search_path', tenant, true)",
                "EXECUTE format('SET LOCAL search_path TO %I, pg_temp', tenant)",
                "EXECUTE 'SET search_path = other'"
            })
    void aPathThatTheTextSetsCounts(String setting) {
        tables();
        String body = "BEGIN " + setting + ";\nDELETE FROM orders; DELETE FROM public.orders; END";
        Routine routine = database.routine("public", "f", "", body, "search_path=public");
        assertThat(read(routine).unclear())
                .filteredOn(u -> u.line() == 2)
                .extracting(UnclearName::name)
                .containsExactly("orders");
        assertThat(mended(routine)).endsWith("DELETE FROM orders; DELETE FROM \"My Shop\".orders; END");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET LOCAL search_path = public, pg_temp",
                "SET search_path TO ''",
                "PERFORM set_config('search_path', '\"$user\", public', true)",
                "x := current_setting('search_path')"
            })
    void aPathThatFindsTheSameChangesNothing(String setting) {
        tables();
        Routine routine = database.routine(
                "public", "f", "", "BEGIN " + setting + ";\nDELETE FROM orders; END", "search_path=public");
        assertThat(mended(routine)).endsWith("DELETE FROM \"My Shop\".orders; END");
        assertThat(read(routine).unclear()).noneMatch(u -> u.line() == 2);
    }

    @Test
    void aNameThatNoPathFindsIsListedUnlessTheRoutineHasOne() {
        tables();
        String body = "BEGIN\nDELETE FROM orders WHERE id = (SELECT 1 FROM users); END";
        assertThat(read(database.routine("public", "f", "", body)).unclear())
                .containsExactly(new UnclearName(2, "orders", "no search_path that is set finds it"));
        assertThat(read(database.routine("public", "g", "", body, "search_path=\"\""))
                        .unclear())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x := 'delete from orders' | line 2: 'delete from orders', a text that may name table public.orders
            EXECUTE format('SELECT 1 FROM %I.%I', x, 'Order Items') | line 2: 'Order Items', a text that may name table public."Order Items"
            PERFORM dblink('x', $$DELETE FROM orders$$) | line 2: $$DELETE FROM orders$$, a text that may name table public.orders
            PERFORM f(E'DELETE FROM\\norders') | line 2: E'DELETE FROM\\norders', a text that may name table public.orders
            x := object_identity = 'public."Order Items"' | line 2: 'public."Order Items"', a text that may name table public."Order Items"
            x := 'no orders were placed' |
            PERFORM to_regclass('it''s'), 'users' |
            """)
    void textsThatMayNameWhatMovesAreListed(String statement, String listed) {
        tables();
        Routine routine = database.routine("public", "f", "", "BEGIN\n" + statement + "; END");
        assertThat(read(routine).unclear())
                .extracting(UnclearName::toString)
                .isEqualTo(listed == null ? List.of() : List.of(listed));
    }

    private void tables() {
        Relation orders = database.table("orders");
        database.ownedSequence("public", "orders_id_seq", orders);
        database.index("by_note", orders);
        database.table("Order Items");
        database.foreignKey("to_users", orders, List.of(1), database.table("users"), List.of(1));
        database.schema("other");
        database.table("other", "orders");
    }

    private String mended(Routine routine) {
        return TextEdit.apply(routine.source(), read(routine).edits());
    }

    private RoutineReading read(Routine routine) {
        return new RoutineTexts(Assigner.assign(database.build(), mapping.build()))
                .read(routine)
                .orElseThrow();
    }
}
