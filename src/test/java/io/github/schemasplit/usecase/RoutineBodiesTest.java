package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
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
