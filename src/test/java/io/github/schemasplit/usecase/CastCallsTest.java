package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Casts that are written as calls of their types. */
class CastCallsTest {
    @TempDir
    private Path output;

    @PostgresTest
    void workAfterTheMoveAsBefore(TestDatabase database) {
        database.execute("""
                CREATE TYPE "My Mood" AS ENUM ('a', 'b');
                CREATE DOMAIN counted AS int CHECK (VALUE > 0);
                CREATE DOMAIN length AS int;
                CREATE FUNCTION f(t text) RETURNS text LANGUAGE plpgsql AS $$
                BEGIN RETURN "My Mood"(t)::text || public.counted(2) || length('abc'::text) || public.length(7); END$$;
                CREATE FUNCTION g() RETURNS text LANGUAGE sql AS $$SELECT public."My Mood"('b')::text$$;
                """);
        MappingBuilder mapping = new MappingBuilder()
                .types("My Shop", "My Mood", "counted", "length")
                .routineBodies(RoutineBodies.REWRITE);
        Goals goals = Goals.on(database, output);
        ObjectStates before = goals.states();
        assertThat(database.query("SELECT f('a') || g()")).containsExactly("a237b");
        goals.migrate(mapping);
        assertThat(database.query("SELECT f('a') || g()")).containsExactly("a237b");
        goals.rollback();
        assertThat(goals.states()).isEqualTo(before);
        assertThat(database.query("SELECT f('a') || g()")).containsExactly("a237b");
    }
}
