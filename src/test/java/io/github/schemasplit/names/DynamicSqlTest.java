package io.github.schemasplit.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.sqltext.TextEdit;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements that routines put together and run. */
class DynamicSqlTest {
    private final SnapshotBuilder database = new SnapshotBuilder();
    private String target = "It's \\ 5%";

    /** Each with what is written for the schema. */
    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            EXECUTE 'DELETE FROM public.orders' => EXECUTE 'DELETE FROM "It''s \\ 5%".orders'
            EXECUTE 'DELETE FROM orders' USING 1 => EXECUTE 'DELETE FROM "It''s \\ 5%".orders' USING 1
            EXECUTE E'DELETE\\nFROM public.orders' => EXECUTE E'DELETE\\nFROM "It''s \\\\ 5%".orders'
            EXECUTE $q$DELETE FROM public."Order Items" WHERE a = 'public.x'$q$ => EXECUTE $q$DELETE FROM "It's \\ 5%"."Order Items" WHERE a = 'public.x'$q$
            EXECUTE ('DELETE FROM public.orders'::text) => EXECUTE ('DELETE FROM "It''s \\ 5%".orders'::text)
            EXECUTE 'SELECT ''it'', nextval(''public.orders_id_seq'')' INTO x => EXECUTE 'SELECT ''it'', nextval(''"It''''s \\ 5%".orders_id_seq'')' INTO x
            EXECUTE format('SELECT * FROM public.orders WHERE id = %L', x) => EXECUTE format('SELECT * FROM "It''s \\ 5%%".orders WHERE id = %L', x)
            EXECUTE pg_catalog.format('SELECT %1$I, 5 %% 2 FROM orders AS %I WHERE %s', a, b, c) INTO x => EXECUTE pg_catalog.format('SELECT %1$I, 5 %% 2 FROM "It''s \\ 5%%".orders AS %I WHERE %s', a, b, c) INTO x
            RETURN QUERY EXECUTE format($$SELECT %s FROM public.orders$$, x) => RETURN QUERY EXECUTE format($$SELECT %s FROM "It's \\ 5%%".orders$$, x)
            OPEN c FOR EXECUTE 'SELECT 1 FROM public.orders' => OPEN c FOR EXECUTE 'SELECT 1 FROM "It''s \\ 5%".orders'
            FOR r IN EXECUTE 'SELECT 1 FROM public.orders WHERE a = ' || quote_literal(x) LOOP END LOOP => FOR r IN EXECUTE 'SELECT 1 FROM "It''s \\ 5%".orders WHERE a = ' || quote_literal(x) LOOP END LOOP
            EXECUTE 'SELECT * FROM public.orders WHERE ' || x || ' AND EXISTS (SELECT FROM public.orders)' => EXECUTE 'SELECT * FROM "It''s \\ 5%".orders WHERE ' || x || ' AND EXISTS (SELECT FROM "It''s \\ 5%".orders)'
            EXECUTE 'SELECT * ' || 'FROM public.orders ' || CASE WHEN a THEN 'x' || 'y' END => EXECUTE 'SELECT * ' || 'FROM "It''s \\ 5%".orders ' || CASE WHEN a THEN 'x' || 'y' END
            q := 'DELETE FROM public.orders'; RAISE NOTICE '%', q; EXECUTE q => q := 'DELETE FROM "It''s \\ 5%".orders'; RAISE NOTICE '%', q; EXECUTE q
            q := format('SELECT * FROM public.orders WHERE a = %L', x); q := q || ' AND b'; RETURN QUERY EXECUTE q USING y => q := format('SELECT * FROM "It''s \\ 5%%".orders WHERE a = %L', x); q := q || ' AND b'; RETURN QUERY EXECUTE q USING y
            q = 'DELETE FROM orders'; q := q || ' WHERE a'; EXECUTE q => q = 'DELETE FROM "It''s \\ 5%".orders'; q := q || ' WHERE a'; EXECUTE q
            DECLARE r int; q CONSTANT text := 'DELETE FROM orders'; BEGIN EXECUTE q; END => DECLARE r int; q CONSTANT text := 'DELETE FROM "It''s \\ 5%".orders'; BEGIN EXECUTE q; END
            DECLARE q text; BEGIN q := 'DELETE FROM orders'; EXECUTE q; END => DECLARE q text; BEGIN q := 'DELETE FROM "It''s \\ 5%".orders'; EXECUTE q; END
            DO $$ BEGIN DELETE FROM public.orders WHERE a = 'it'; END $$ => DO $$ BEGIN DELETE FROM "It's \\ 5%".orders WHERE a = 'it'; END $$
            EXECUTE 'DO LANGUAGE plpgsql ''BEGIN DELETE FROM public.orders; END''' => EXECUTE 'DO LANGUAGE plpgsql ''BEGIN DELETE FROM "It''''s \\ 5%".orders; END'''
            EXECUTE $q$DO $d$DECLARE o orders%ROWTYPE; BEGIN EXECUTE 'DELETE FROM public.orders'; END$d$ LANGUAGE plpgsql$q$ => EXECUTE $q$DO $d$DECLARE o "It's \\ 5%".orders%ROWTYPE; BEGIN EXECUTE 'DELETE FROM "It''s \\ 5%".orders'; END$d$ LANGUAGE plpgsql$q$
            EXECUTE format('DO $d$BEGIN DELETE FROM public.orders WHERE id > 5 %% 2; END$d$') => EXECUTE format('DO $d$BEGIN DELETE FROM "It''s \\ 5%%".orders WHERE id > 5 %% 2; END$d$')
            EXECUTE 'SELECT * FROM users' => EXECUTE 'SELECT * FROM users'
            """)
    void isMendedWhereItIsCertain(String statement, String expected) {
        Routine routine = routine(statement);
        assertThat(read(routine).unclear()).isEmpty();
        assertThat(TextEdit.apply(routine.source(), read(routine).edits())).isEqualTo(body(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            EXECUTE format('SELECT * FROM public.%I', t) => public.%I, which object of schema public it is, is known only as the routine runs
            EXECUTE 'SELECT * FROM public.' || t => public.' || t, which object of schema public it is, is known only as the routine runs
            EXECUTE format('SELECT nextval(''public.%s_id_seq'')', t) => public.%s_id_seq, which object of schema public it is, is known only as the routine runs
            EXECUTE format('SELECT * FROM %I.orders', s) => %I.orders, in which schema that is, is known only as the routine runs; it may be table public.orders
            EXECUTE format('%s SELECT * FROM orders', w) => orders, the statement around it is put together as the routine runs
            EXECUTE format('WITH x AS (%s) SELECT * FROM orders', w) => orders, the statement around it is put together as the routine runs
            EXECUTE format('SELECT * FROM users u %s JOIN public.orders o ON true', j) => public.orders, the statement around it is put together as the routine runs
            EXECUTE 'SELECT * FROM pub' || 'lic.orders' => pub' || 'lic.orders, the statement around it is put together as the routine runs
            EXECUTE format('SELECT * FROM users WHERE a = ''%L'' AND EXISTS (SELECT FROM public.orders)', x) => public.orders, the statement around it is put together as the routine runs
            DO $$BEGIN CREATE TEMP TABLE orders (a int); DELETE FROM orders; END$$ => orders, the statement around it is put together as the routine runs
            DO $$plpy.execute("TABLE orders")$$ LANGUAGE plpython3u => $$plpy.execute("TABLE orders")$$, a text that may name table public.orders
            EXECUTE E'SELECT \\x41 FROM public.orders' => E'SELECT \\x41 FROM public.orders', a text that may name table public.orders
            EXECUTE U&'SELECT 1 FROM public.orders' => U&'SELECT 1 FROM public.orders', a text that may name table public.orders
            q := 'SELECT 1 FROM '; IF a THEN q := q || b; END IF; EXECUTE q => SELECT 1 FROM …, which object of schema public it is, is known only as the routine runs
            PERFORM '{orders,users}'::regclass[] => '{orders,users}', a text that may name table public.orders
            PERFORM '{users, "orders"}'::regclass[] => '{users, "orders"}', a text that may name table public.orders
            EXECUTE CASE WHEN a THEN 'DELETE FROM orders' END => 'DELETE FROM orders', a text that may name table public.orders
            EXECUTE 'CREATE FUNCTION f(users) RETURNS int LANGUAGE sql AS ''SELECT 1 FROM orders''' => 'SELECT 1 FROM orders', a text that may name table public.orders
            q := 'DELETE FROM orders'; INSERT INTO log VALUES (q); EXECUTE q => 'DELETE FROM orders', a text that may name table public.orders
            q := 'DELETE FROM orders'; q := 'WITH x AS (SELECT 1)' || q; EXECUTE q => 'DELETE FROM orders', a text that may name table public.orders
            q := 'DELETE FROM orders'; q := q || x; EXECUTE q => orders', the rest of the name is known only as the routine runs; it may be table public.orders, sequence public.orders_id_seq
            q := x; q := q || ' JOIN public.orders o ON true'; EXECUTE q => public.orders, the statement around it is put together as the routine runs
            EXECUTE 'SELECT * FROM orders' || x => orders' || x, the rest of the name is known only as the routine runs; it may be table public.orders, sequence public.orders_id_seq
            EXECUTE format('SELECT * FROM %s_items JOIN ord%s ON true', x, y) => ord%s, the rest of the name is known only as the routine runs; it may be table public.orders, sequence public.orders_id_seq
            PERFORM dblink('x', 'SELECT 1 FROM public.orders') => 'SELECT 1 FROM public.orders', a text that may name table public.orders
            """)
    void isListedWhereItIsNot(String statement, String listed) {
        Routine routine = routine(statement);
        assertThat(read(routine).unclear()).extracting(UnclearName::toString).containsExactly("line 2: " + listed);
        assertThat(read(routine).edits()).isEmpty();
    }

    @Test
    void aNameThatWouldEndItsConstantIsListed() {
        target = "a$b";
        Routine routine = routine("EXECUTE $q$DELETE FROM orders$q$");
        assertThat(read(routine).unclear())
                .containsExactly(new UnclearName(2, "orders", "the new schema's name cannot be written there"));
    }

    private static String body(String statement) {
        return "BEGIN\n" + statement + "; END";
    }

    private Routine routine(String statement) {
        database.ownedSequence("public", "orders_id_seq", database.table("orders"));
        database.table("Order Items");
        database.table("users");
        return database.routine("public", "f", "", body(statement), "search_path=public");
    }

    private RoutineReading read(Routine routine) {
        MappingBuilder mapping = new MappingBuilder().tables(target, "orders", "Order Items");
        return new RoutineTexts(Assigner.assign(database.build(), mapping.build()))
                .read(routine)
                .orElseThrow();
    }
}
