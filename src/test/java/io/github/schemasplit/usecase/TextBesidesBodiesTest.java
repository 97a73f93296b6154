package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Statements that routines put together, and what triggers are told of their tables: on a server, there and back. */
class TextBesidesBodiesTest {
    @TempDir
    private Path output;

    @PostgresTest
    void whatIsMendedInConstantsWorksAfterTheMoveAsBefore(TestDatabase database) {
        database.execute("""
                CREATE TABLE orders (id serial PRIMARY KEY, note text);
                CREATE TABLE told (note text);
                INSERT INTO orders (note) VALUES ('a'), ('b');
                CREATE FUNCTION counted(w text) RETURNS bigint LANGUAGE plpgsql AS $f$
                DECLARE n bigint; m bigint; q text := E'SELECT count(*)\\nFROM public.orders';
                BEGIN
                  EXECUTE 'SELECT count(*) FROM public.orders WHERE note <> ''''' INTO n;
                  EXECUTE format('SELECT %s + count(*) FROM public.orders AS %I WHERE note = %L', n, 'x y', w) INTO n;
                  EXECUTE $q$SELECT count(*) FROM public.orders WHERE $q$ || 'id = nextval(''public.orders_id_seq'')' INTO m;
                  n := n + m;
                  q := q || ' WHERE true';
                  EXECUTE q INTO m;
                  RETURN n + m;
                END $f$;
                CREATE FUNCTION known() RETURNS text LANGUAGE sql AS $f$
                  SELECT string_agg(t.column_name, ' ' ORDER BY t.column_name) FROM information_schema.columns AS t
                   WHERE t.table_schema = 'public' AND t.table_name = 'orders' $f$;
                CREATE FUNCTION fire() RETURNS trigger LANGUAGE plpgsql AS
                  $f$BEGIN IF TG_TABLE_SCHEMA = 'public' THEN INSERT INTO public.told VALUES (NEW.note); END IF; RETURN NEW; END$f$;
                CREATE TRIGGER fired AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION fire();
                """);
        Goals goals = Goals.on(database, output);
        List<String> sources = database.query("SELECT prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace");
        ObjectStates before = goals.states();
        assertThat(database.query("SELECT counted('a')")).containsExactly("5");
        MappingBuilder mapping =
                new MappingBuilder().tables("It's \\ 5% \"Shop\"", "orders").routineBodies(RoutineBodies.REWRITE);
        assertThat(database.query("SELECT known()")).containsExactly("id note");
        goals.migrate(mapping);
        assertThat(database.query("SELECT counted('a')")).containsExactly("5");
        assertThat(database.query("SELECT known()")).containsExactly("id note");
        database.execute("INSERT INTO \"It's \\ 5% \"\"Shop\"\"\".orders (id, note) VALUES (90, 'c')");
        assertThat(database.query("TABLE told")).containsExactly("c");
        assertThat(goals.migrate(mapping).migration()).isEmpty();
        goals.rollback();
        assertThat(goals.states()).isEqualTo(before);
        assertThat(database.query("SELECT prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace"))
                .containsExactlyInAnyOrderElementsOf(sources);
        database.execute("INSERT INTO orders (id, note) VALUES (91, 'd')");
        assertThat(database.query("TABLE told")).containsExactly("c", "d");
    }
}
