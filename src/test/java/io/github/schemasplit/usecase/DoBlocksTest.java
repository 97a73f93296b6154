package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Blocks of DO in routines, on a server, there and back. */
class DoBlocksTest {
    @TempDir
    private Path output;

    @PostgresTest
    void workAfterTheMoveAsBefore(TestDatabase database) {
        database.execute("""
                CREATE TABLE orders (id int);
                CREATE FUNCTION a() RETURNS text LANGUAGE plpgsql AS $f$
                BEGIN
                  DO $$ BEGIN INSERT INTO public.orders VALUES (1); END $$;
                  EXECUTE 'DO LANGUAGE plpgsql ''DECLARE o public.orders%ROWTYPE; BEGIN INSERT INTO orders VALUES (2); END''';
                  EXECUTE format('DO $d$BEGIN EXECUTE ''INSERT INTO public.orders VALUES (7 %% 4)''; END$d$');
                  RETURN 'done';
                END $f$;
                CREATE FUNCTION b() RETURNS text LANGUAGE sql AS
                  $f$DO $$ BEGIN INSERT INTO orders VALUES (4); END $$; SELECT 'done'$f$;
                """);
        Goals goals = Goals.on(database, output);
        ObjectStates before = goals.states();
        goals.migrate(new MappingBuilder().tables("It's \\ 5%", "orders").routineBodies(RoutineBodies.REWRITE));
        assertThat(database.query("SELECT a() || b()")).containsExactly("donedone");
        assertThat(database.query("SELECT id FROM \"It's \\ 5%\".orders ORDER BY 1"))
                .containsExactly("1", "2", "3", "4");
        goals.rollback();
        assertThat(goals.states()).isEqualTo(before);
        assertThat(database.query("SELECT a() || b()")).containsExactly("donedone");
    }
}
