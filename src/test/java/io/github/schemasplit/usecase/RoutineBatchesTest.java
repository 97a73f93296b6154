package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.plan.ReplaceRoutine;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.io.TempDir;

/** A routine that names what several batches move gets another body with each of them, and works after each of them. */
class RoutineBatchesTest {
    private static final ParsedMapping MAPPING = Goals.parsed(new MappingBuilder()
            .tables("shop", "a", "b")
            .tables("crm", "c", "d")
            .routines("crm", "goes")
            .routineBodies(RoutineBodies.REWRITE)
            .build());

    @TempDir
    private Path output;

    @PostgresTest
    void routinesWorkAfterEachBatchThereAndBack(TestDatabase database) {
        create(database);
        Goals goals = Goals.on(database, output);
        ObjectStates before = goals.states();
        List<String> rows = RawCatalog.rows(database);
        List<Long> remaining = new ArrayList<>();
        LongPredicate works = left -> {
            assertWorking(database);
            return remaining.add(left);
        };
        migrate(goals, works);
        assertThat(remaining).containsExactly(4L, 3L, 2L, 1L, 0L);
        assertThat(goals.history().stream().map(RoutineBatchesTest::replaced))
                .containsExactlyInAnyOrder(2L, 2L, 2L, 2L, 0L);
        assertThat(goals.verify(MAPPING, Expectation.MIGRATED).findings()).isEmpty();
        assertThat(goals.migrate(MAPPING).migration()).isEmpty();
        remaining.clear();
        rollback(goals, works);
        assertThat(remaining).containsExactly(4L, 3L, 2L, 1L, 0L);
        assertThat(goals.states()).isEqualTo(before);
        assertThat(RawCatalog.difference(rows, RawCatalog.rowsWithoutJournal(database)))
                .isEmpty();
    }

    @PostgresTest
    void aMigrationThatStoppedInBetweenIsTakenBackWithEachOfItsBodies(TestDatabase database) {
        create(database);
        Goals goals = Goals.on(database, output);
        ObjectStates before = goals.states();
        assertThatThrownBy(() -> migrate(goals, left -> left > 2)).hasMessage("stopped");
        assertWorking(database);
        assertThatThrownBy(() -> rollback(goals, left -> left > 1)).hasMessage("stopped");
        assertWorking(database);
        goals.rollback();
        assertThat(goals.states()).isEqualTo(before);
    }

    private static long replaced(JournalEntry entry) {
        return entry.plan()
                .replacements()
                .map(ReplaceRoutine::routine)
                .distinct()
                .count();
    }

    private static void create(TestDatabase database) {
        for (String table : List.of("a", "b", "c", "d")) {
            database.execute("CREATE TABLE " + table + " (id int); INSERT INTO " + table + " VALUES (1)");
        }
        database.execute("""
                CREATE FUNCTION stays() RETURNS bigint LANGUAGE plpgsql AS
                    $$BEGIN RETURN (SELECT count(*) FROM public.a, b, public.c, d); END$$;
                CREATE FUNCTION goes() RETURNS bigint LANGUAGE sql SET search_path = public AS
                    'SELECT count(*) + stays() FROM a, public.b, c, public.d';
                """);
    }

    private static void assertWorking(TestDatabase database) {
        List<String> schema = database.query("SELECT pronamespace::regnamespace FROM pg_proc WHERE proname = 'goes'");
        assertThat(database.query("SELECT " + schema.get(0) + ".goes(), stays()"))
                .containsExactly("2|1");
    }

    private static void migrate(Goals goals, LongPredicate goOn) {
        new Migrate(goals.workplace(), AllowedHazards.NONE, Batching.ofLocks(1), Goals.PERSISTENCE, stopping(goOn))
                .run(MAPPING);
    }

    private static void rollback(Goals goals, LongPredicate goOn) {
        new Rollback(goals.workplace(), false, Goals.PERSISTENCE, stopping(goOn)).run();
    }

    private static ChangeListener stopping(LongPredicate goOn) {
        return event -> {
            if (event instanceof Event.Batch batch && !goOn.test(batch.remaining())) {
                throw new IllegalStateException("stopped");
            }
        };
    }
}
