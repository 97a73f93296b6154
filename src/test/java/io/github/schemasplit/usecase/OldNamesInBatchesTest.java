package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.RelationNames;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.io.TempDir;

/** A migration in several batches that leaves views: old names go on whatever batch it is at, or stopped after. */
class OldNamesInBatchesTest {
    private static final Batching SMALL = Batching.ofLocks(30);

    @TempDir
    private Path output;

    @PostgresTest(takesLong = true)
    void everyOldNameIsThereAndShowsTheSameInEachMoment(@Sample TestDatabase database) throws Exception {
        Goals goals = Goals.on(database, output);
        ParsedMapping mapping = SampleDatabase.mappingWithViews(database);
        ObjectStates start = goals.states();
        List<String> rows = RawCatalog.rows(database);
        List<String> names = keptNames(database, mapping);
        List<String> counts = counts(database, names);
        assertThat(names).hasSizeGreaterThan(20);
        LongPredicate same = left -> {
            assertThat(counts(database, names)).as("with " + left + " left").isEqualTo(counts);
            return true;
        };
        try (RelationNames watched = RelationNames.watch(database, "public", names)) {
            Migrate.Result result = migrate(goals, mapping, same);
            assertThat(result.batches())
                    .hasSizeGreaterThan(3)
                    .allSatisfy(b -> assertThat(b.doubts()).isEmpty());
            assertThat(goals.history())
                    .allSatisfy(e -> assertThat(e.plan().madeViews()).isNotEmpty());
            same.test(0);
            assertThat(goals.verify(mapping, Expectation.MIGRATED).findings()).isEmpty();
            assertThat(goals.migrate(mapping).migration()).isEmpty();
            rollback(goals, same);
            assertThat(watched.stop()).isGreaterThan(10);
        }
        assertThat(counts(database, names)).isEqualTo(counts);
        assertThat(goals.states()).isEqualTo(start);
        assertThat(goals.verify(mapping, Expectation.ORIGINAL).findings()).isEmpty();
        assertThat(RawCatalog.difference(rows, RawCatalog.rowsWithoutJournal(database)))
                .isEmpty();
    }

    @PostgresTest(takesLong = true)
    void whatStoppedBetweenBatchesWorksByBothNamesAndGoesOnThereAndBack(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        ParsedMapping mapping = SampleDatabase.mappingWithViews(database);
        List<String> rows = RawCatalog.rows(database);
        List<String> names = keptNames(database, mapping);
        List<String> counts = counts(database, names);
        stopped(() -> migrate(goals, mapping, left -> left > 40));
        assertThat(counts(database, names)).isEqualTo(counts);
        assertThat(goals.verify(mapping, Expectation.MIGRATED).findings())
                .extracting("code")
                .containsOnly(FindingCode.UNFINISHED_BATCHES, FindingCode.NOT_IN_PLACE);
        migrate(goals, mapping, left -> true);
        assertThat(goals.verify(mapping, Expectation.MIGRATED).findings()).isEmpty();
        assertThat(goals.history().stream().map(e -> e.batch().migration()).distinct())
                .hasSize(1);
        stopped(() -> rollback(goals, left -> false));
        assertThat(counts(database, names)).isEqualTo(counts);
        migrate(goals, mapping, left -> true);
        assertThat(goals.verify(mapping, Expectation.MIGRATED).findings()).isEmpty();
        stopped(() -> rollback(goals, left -> left > 40));
        assertThat(counts(database, names)).isEqualTo(counts);
        goals.rollback();
        assertThat(goals.verify(mapping, Expectation.ORIGINAL).findings()).isEmpty();
        assertThat(RawCatalog.difference(rows, RawCatalog.rowsWithoutJournal(database)))
                .isEmpty();
    }

    @PostgresTest
    void whatStoppedAfterItsFirstBatchIsTakenBackWithItsViews(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        ParsedMapping mapping = SampleDatabase.mappingWithViews(database);
        List<String> rows = RawCatalog.rows(database);
        stopped(() -> migrate(goals, mapping, left -> false));
        goals.rollback();
        assertThat(goals.verify(mapping, Expectation.ORIGINAL).findings()).isEmpty();
        assertThat(RawCatalog.difference(rows, RawCatalog.rowsWithoutJournal(database)))
                .isEmpty();
    }

    @PostgresTest(takesLong = true)
    void aViewThatIsDroppedBetweenBatchesIsMissedAndNothingElse(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        ParsedMapping mapping = SampleDatabase.mappingWithViews(database);
        List<String> rows = RawCatalog.rows(database);
        stopped(() -> migrate(goals, mapping, left -> false));
        String dropped = goals.history()
                .get(0)
                .plan()
                .madeViews()
                .findFirst()
                .orElseThrow()
                .name()
                .sql();
        database.execute("DROP VIEW " + dropped);
        migrate(goals, mapping, left -> true);
        assertThat(goals.verify(mapping, Expectation.MIGRATED).findings())
                .extracting("code", "subject")
                .containsExactly(tuple(FindingCode.OLD_NAME_GONE, "view " + dropped));
        goals.rollback();
        assertThat(RawCatalog.difference(rows, RawCatalog.rowsWithoutJournal(database)))
                .isEmpty();
    }

    @PostgresTest(takesLong = true)
    void namesThatEndBetweenBatchesComeBackOneByOne(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        ParsedMapping mapping = SampleDatabase.mappingWithViews(database);
        List<String> rows = RawCatalog.rows(database);
        List<String> names = keptNames(database, mapping);
        List<String> counts = counts(database, names);
        stopped(() -> migrate(goals, mapping, left -> false));
        int made = (int) goals.history().get(0).plan().madeViews().count();
        Contract.Terms all = new Contract.Terms(List.of(), false, Duration.ZERO, Duration.ZERO);
        assertThat(new Contract(goals.workplace(), all, Goals.PERSISTENCE, ChangeListener.NONE)
                        .run()
                        .plan()
                        .droppedViews())
                .hasSize(made);
        migrate(goals, mapping, left -> true);
        assertThat(goals.verify(mapping, Expectation.MIGRATED).findings()).isEmpty();
        assertThat(database.query("SELECT count(*) FROM pg_description WHERE classoid = 'pg_class'::regclass AND"
                        + " description LIKE 'Compatibility view of %'"))
                .containsExactly(String.valueOf(names.size() - made));
        goals.rollback();
        goals.rollback();
        assertThat(counts(database, names)).isEqualTo(counts);
        goals.rollback();
        assertThat(RawCatalog.difference(rows, RawCatalog.rowsWithoutJournal(database)))
                .isEmpty();
    }

    /** The names, quoted, in the source schema that the views will have. */
    private List<String> keptNames(TestDatabase database, ParsedMapping mapping) {
        return Goals.on(database, output)
                .analyze(mapping)
                .plan()
                .madeViews()
                .map(view -> view.name().name().sql())
                .sorted()
                .toList();
    }

    /** How many rows the superuser sees by each of the names. */
    private static List<String> counts(TestDatabase database, List<String> names) {
        return database.query(String.join(
                " UNION ALL ",
                names.stream()
                        .map(name -> "SELECT $n$" + name + "$n$, count(*) FROM public." + name)
                        .toList()));
    }

    private static void stopped(Runnable goal) {
        assertThatThrownBy(goal::run).isInstanceOf(Stop.class);
    }

    /** Migrates, and stops after a batch as soon as {@code goesOn} says no. */
    private static Migrate.Result migrate(Goals goals, ParsedMapping mapping, LongPredicate goesOn) {
        return new Migrate(goals.workplace(), AllowedHazards.NONE, SMALL, Goals.PERSISTENCE, stopper(goesOn))
                .run(mapping);
    }

    private static void rollback(Goals goals, LongPredicate goesOn) {
        new Rollback(goals.workplace(), false, Goals.PERSISTENCE, stopper(goesOn)).run();
    }

    private static ChangeListener stopper(LongPredicate goesOn) {
        return event -> {
            if (event instanceof Event.Batch batch && !goesOn.test(batch.remaining())) {
                throw new Stop();
            }
        };
    }

    /** As if the tool had been killed. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
