package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.catalog.Acl;
import io.github.schemasplit.catalog.AclItem;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.jdbc.Timeouts;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.testing.AccessList;
import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.io.TempDir;

class BatchesTest {
    private static final Batching SMALL = Batching.ofLocks(30);

    private static final String PUBLISHED = """
            SELECT pubname, (quote_ident(schemaname) || '.' || quote_ident(tablename))::regclass::oid
              FROM pg_publication_tables
             WHERE schemaname <> 'schemasplit'
             ORDER BY 1, 2
            """;

    @TempDir
    private Path output;

    @PostgresTest(takesLong = true)
    void batchesEndWhereOneTransactionEndsAndAreTakenBackExactly(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        ObjectStates start = goals.states();
        List<String> rows = RawCatalog.rows(database);
        List<String> oneTransaction;
        try (TestDatabase other = SampleDatabase.copy(database.server())) {
            Goals.on(other, output).migrate(SampleDatabase.mapping());
            oneTransaction = text(Goals.on(other, output));
        }
        List<Long> remaining = new ArrayList<>();
        Migrate.Result result = migrate(goals, SampleDatabase.mapping(), SMALL, remaining::add);
        assertThat(remaining).hasSizeGreaterThan(3).endsWith(0L).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(result.batches())
                .hasSameSizeAs(remaining)
                .allSatisfy(b -> assertThat(b.doubts()).isEmpty());
        List<String> inBatches = text(goals);
        assertThat(inBatches.stream().filter(line -> !oneTransaction.contains(line)))
                .isEmpty();
        assertThat(inBatches).hasSameSizeAs(oneTransaction);
        assertThat(goals.verify(SampleDatabase.mapping(), Expectation.MIGRATED).findings())
                .isEmpty();
        assertThat(goals.migrate(SampleDatabase.mapping()).migration()).isEmpty();
        Rollback.Result rollback = new Rollback(goals.workplace(), false, Goals.PERSISTENCE, ChangeListener.NONE).run();
        assertThat(rollback.batches()).hasSameSizeAs(remaining);
        assertThat(goals.states()).isEqualTo(start);
        assertThat(RawCatalog.difference(rows, RawCatalog.rowsWithoutJournal(database)))
                .isEmpty();
        assertThat(goals.verify(SampleDatabase.mapping(), Expectation.ORIGINAL).findings())
                .isEmpty();
    }

    @PostgresTest
    void batchesAndTheirRollbackLeaveTheDumpAsItWasByteForByte(@Sample TestDatabase database) {
        ClientProgram dump = ClientProgram.dumpOf(database.server());
        Goals goals = Goals.on(database, output);
        String start = dump.schemaDump(database, Goals.JOURNAL);
        migrate(goals, SampleDatabase.mapping(), SMALL, left -> true);
        goals.rollback();
        assertThat(dump.schemaDump(database, Goals.JOURNAL)).isEqualTo(start);
    }

    @PostgresTest(takesLong = true)
    void betweenBatchesEverybodyReachesAndReceivesWhatHeDid(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        database.execute("CREATE PUBLICATION everything FOR ALL TABLES");
        Set<String> access = AccessList.of(database);
        List<String> published = database.query(PUBLISHED);
        LongPredicate same = left -> {
            assertThat(AccessList.of(database)).as("with " + left + " left").isEqualTo(access);
            assertThat(database.query(PUBLISHED)).as("with " + left + " left").isEqualTo(published);
            return true;
        };
        migrate(goals, SampleDatabase.mapping(), SMALL, same);
        rollback(goals, same);
    }

    @PostgresTest(takesLong = true)
    void whatStoppedBetweenBatchesIsSaidAndFinishedAndTakenBackWhole(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        ObjectStates start = goals.states();
        stopped(() -> migrate(goals, SampleDatabase.mapping(), SMALL, left -> left > 40));
        long left = goals.history().get(goals.history().size() - 1).batch().remaining();
        assertThat(left).isBetween(1L, 40L);
        Verify.Result verification =
                new Verify(goals.workplace(), ChangeListener.NONE).run(mapping(), Expectation.MIGRATED, true);
        assertThat(verification.failure())
                .contains(
                        "stopped between two of its batches, with " + left + " objects left",
                        "Run schema:migrate again");
        assertThat(verification.report().findings())
                .extracting("code")
                .contains(FindingCode.UNFINISHED_BATCHES, FindingCode.NOT_IN_PLACE);
        migrate(goals, SampleDatabase.mapping(), SMALL, l -> true);
        assertThat(goals.verify(SampleDatabase.mapping(), Expectation.MIGRATED).findings())
                .isEmpty();
        assertThat(goals.history().stream().map(e -> e.batch().migration()).distinct())
                .containsExactly(goals.history().get(0).id());
        goals.rollback();
        assertThat(goals.states()).isEqualTo(start);
    }

    @PostgresTest(takesLong = true)
    void anotherMappingGoesOnWithTheSameMigration(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        ObjectStates start = goals.states();
        stopped(() -> migrate(goals, SampleDatabase.mapping(), SMALL, left -> false));
        ParsedMapping other = Goals.parsed(new MappingBuilder()
                .tables("elsewhere", "orders", "order_items", "audit_log")
                .build());
        goals.migrate(other);
        assertThat(goals.verify(other, Expectation.MIGRATED).findings()).isEmpty();
        assertThat(goals.history())
                .hasSize(2)
                .allSatisfy(e -> assertThat(e.batch().migration())
                        .isEqualTo(goals.history().get(0).id()));
        goals.rollback();
        assertThat(goals.history()).hasSize(4);
        assertThat(goals.states()).isEqualTo(start);
    }

    @PostgresTest(takesLong = true)
    void aRollbackThatStoppedGoesOnOrTheMigrationDoes(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        ObjectStates start = goals.states();
        migrate(goals, SampleDatabase.mapping(), SMALL, left -> true);
        stopped(() -> rollback(goals, left -> false));
        assertThat(new Verify(goals.workplace(), ChangeListener.NONE)
                        .run(mapping(), Expectation.ORIGINAL, true)
                        .failure())
                .contains("The rollback stopped between two of its batches", "Run schema:rollback again");
        migrate(goals, SampleDatabase.mapping(), SMALL, left -> true);
        assertThat(goals.verify(SampleDatabase.mapping(), Expectation.MIGRATED).findings())
                .isEmpty();
        stopped(() -> rollback(goals, left -> left > 60));
        goals.rollback();
        assertThat(goals.verify(SampleDatabase.mapping(), Expectation.ORIGINAL).findings())
                .isEmpty();
        assertThat(goals.states()).isEqualTo(start);
        assertThatThrownBy(goals::rollback).hasMessageContaining("There is nothing to roll back");
    }

    @PostgresTest(takesLong = true)
    void aMigrationWhoseRestIsGoneIsFinished(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        ParsedMapping mapping = Goals.parsed(new MappingBuilder()
                .tables("shop", "feature_flags", "api_rate_limits")
                .build());
        database.execute("CREATE TABLE one (id int); CREATE TABLE two (id int)");
        ParsedMapping two =
                Goals.parsed(new MappingBuilder().tables("shop", "one", "tw*").build());
        assertThat(mapping).isNotEqualTo(two);
        stopped(() -> migrate(goals, two, Batching.ofLocks(1), left -> false));
        database.execute("DROP TABLE two; CREATE TABLE shop.two (id int)");
        assertThat(goals.migrate(two).migration()).isEmpty();
        assertThat(goals.verify(two, Expectation.MIGRATED).findings()).isEmpty();
    }

    @PostgresTest(takesLong = true)
    void whatWasRenamedSinceIsNamedBeforeAnyBatchIsTakenBack(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        migrate(goals, SampleDatabase.mapping(), SMALL, left -> true);
        JournalEntry first = goals.history().get(0);
        String moved = database.query("SELECT "
                        + first.plan()
                                .moves()
                                .filter(m -> m.kind().sql().equals("TABLE"))
                                .findFirst()
                                .orElseThrow()
                                .object()
                                .oid()
                        + "::regclass")
                .get(0);
        database.execute("ALTER TABLE " + moved + " RENAME TO another_name");
        assertThatThrownBy(goals::rollback)
                .isInstanceOf(GoalStoppedException.class)
                .hasMessageContaining("another_name now");
        assertThat(goals.history()).extracting(JournalEntry::action).containsOnly(JournalAction.MIGRATE);
    }

    @PostgresTest(takesLong = true)
    void batchesThatTakeTooLongGetSmaller(@Sample TestDatabase database) {
        database.execute(
                "CREATE FUNCTION slow() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.03); END';"
                        + "CREATE EVENT TRIGGER slow ON ddl_command_end WHEN TAG IN ('ALTER TABLE') EXECUTE FUNCTION slow()");
        Goals goals = Goals.on(database, output);
        Persistence oneSecond = new Persistence(
                new Timeouts(Duration.ofMillis(200), Duration.ofSeconds(1)),
                10,
                Duration.ofMinutes(1),
                BlockerPolicy.WAIT);
        Migrate.Result result = new Migrate(
                        goals.workplace(), AllowedHazards.NONE, Batching.ofLocks(60), oneSecond, ChangeListener.NONE)
                .run(SampleDatabase.mapping());
        assertThat(result.batches()).hasSizeGreaterThan(3);
        assertThat(goals.history()).hasSameSizeAs(result.batches());
    }

    @PostgresTest(takesLong = true)
    void whatAnotherRunFinishedMeanwhileIsNotDoneAgain(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        List<Migrate.Result> others = new ArrayList<>();
        Migrate.Result result = migrate(goals, SampleDatabase.mapping(), SMALL, left -> {
            others.add(migrate(goals, SampleDatabase.mapping(), SMALL, l -> true));
            return true;
        });
        assertThat(result.batches()).hasSize(1);
        assertThat(others).hasSize(1);
        assertThat(goals.history()).hasSize(1 + others.get(0).batches().size());
        assertThat(goals.verify(SampleDatabase.mapping(), Expectation.MIGRATED).findings())
                .isEmpty();
    }

    @PostgresTest(takesLong = true)
    void twoRollbacksAtOnceTakeBackOneMigration(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        goals.migrate(new MappingBuilder().tables("before", "countries"));
        ObjectStates start = goals.states();
        migrate(goals, SampleDatabase.mapping(), SMALL, left -> true);
        List<Rollback.Result> others = new ArrayList<>();
        rollback(goals, left -> {
            if (others.isEmpty()) {
                others.add(new Rollback(goals.workplace(), false, Goals.PERSISTENCE, ChangeListener.NONE).run());
            }
            return true;
        });
        assertThat(goals.states()).isEqualTo(start);
        assertThat(goals.history().get(goals.history().size() - 1).batch().isUnfinished())
                .isFalse();
    }

    @PostgresTest(takesLong = true)
    void aFailureSaysWhatIsMade(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        assertThatThrownBy(() -> migrate(goals, SampleDatabase.mapping(), SMALL, left -> {
                    database.execute(
                            "DELETE FROM schemasplit.migration; ALTER TABLE schemasplit.migration DROP mapping");
                    return true;
                }))
                .isInstanceOf(GoalFailedException.class)
                .hasMessageContainingAll(
                        "It stopped after 1 batch, which is made.", "Run schema:migrate again", "lacks the columns");
    }

    /** Each batch grants what its own objects need, so the order of a new schema's ACL items is the one thing that differs. */
    private static List<String> text(Goals goals) {
        return CatalogText.of(goals.snapshot(), o -> o instanceof Schema schema ? inAnyOrder(schema) : o);
    }

    private static Schema inAnyOrder(Schema schema) {
        return new Schema(
                schema.oid(), schema.name(), schema.owner(), schema.acl().map(BatchesTest::inAnyOrder));
    }

    private static Acl inAnyOrder(Acl acl) {
        return new Acl(acl.items().stream()
                .sorted(Comparator.comparing(AclItem::toString))
                .toList());
    }

    private static Mapping mapping() {
        return SampleDatabase.mapping().mapping().orElseThrow();
    }

    private static void stopped(Runnable goal) {
        assertThatThrownBy(goal::run).isInstanceOf(Stop.class);
    }

    /** Migrates, and stops after a batch as soon as {@code goesOn} says no. */
    private static Migrate.Result migrate(Goals goals, ParsedMapping mapping, Batching batching, LongPredicate goesOn) {
        return new Migrate(goals.workplace(), AllowedHazards.NONE, batching, Goals.PERSISTENCE, stopper(goesOn))
                .run(mapping);
    }

    private static void rollback(Goals goals, LongPredicate goesOn) {
        new Rollback(goals.workplace(), false, Goals.PERSISTENCE, stopper(goesOn)).run();
    }

    private static ChangeListener stopper(LongPredicate goesOn) {
        return event -> {
            if (event instanceof Event.Batch batch) {
                assertThat(batch.objects()).isPositive();
                if (!goesOn.test(batch.remaining())) {
                    throw new Stop();
                }
            }
        };
    }

    /** As if the tool had been killed. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
