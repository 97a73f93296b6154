package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.hazard.Hazard;
import io.github.schemasplit.hazard.HazardId;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A migration has to be allowed its severe hazards where others use the database. */
class HazardsAllowedTest {
    private static final String OBJECTS = "CREATE TABLE \"Order Items\" (id int PRIMARY KEY);"
            + "CREATE TABLE users (id int REFERENCES \"Order Items\"); CREATE PUBLICATION feed FOR TABLE \"Order Items\"";
    private final MappingBuilder mapping = new MappingBuilder().tables("The \"Shop\"", "Order Items");
    private final List<Event> events = new ArrayList<>();

    @TempDir
    private Path output;

    @PostgresTest
    void theyAreSaidAllAtOnceAndAllowedByWhatIsSaid(TestDatabase database) {
        database.execute(OBJECTS);
        List<String> before = RawCatalog.rows(database);
        String refusal = refusal(database, AllowedHazards.NONE);
        assertThat(refusal)
                .startsWith(
                        "This database is not embedded, so that others may use it, and the migration has 2 hazards that"
                                + " nobody has accepted."
                                + " Nothing was changed:\n  SEVERE OLD_NAME_LOST (1): table public.\"Order Items\"\n    "
                                + HazardId.OLD_NAME_LOST.explanation() + " See hazards/OLD_NAME_LOST.md.\n"
                                + "  SEVERE REPLICATION_SUBSCRIBER (1): publication feed\n")
                .doesNotContain("CROSS_SCHEMA_FK");
        assertThat(RawCatalog.difference(before, RawCatalog.rows(database))).isEmpty();
        String said = refusal.replaceAll("(?s).*schema[.]allowHazards=([A-Z_,]+).*", "$1");
        assertThat(migrate(database, false, AllowedHazards.parse(List.of(said))).batches())
                .hasSize(1);
        assertThat(hazards()).containsExactly(HazardId.OLD_NAME_LOST, HazardId.REPLICATION_SUBSCRIBER);
        assertThat(events).filteredOn(Event.Hazardous.class::isInstance).allMatch(Event::isWarning);
    }

    @PostgresTest
    void whatIsAllowedAlreadyIsPartOfWhatToSay(TestDatabase database) {
        database.execute(OBJECTS);
        assertThat(refusal(database, AllowedHazards.parse(List.of("OLD_NAME_LOST", "DYNAMIC_SQL"))))
                .contains("the migration has a hazard that nobody has accepted")
                .contains("say schema.allowHazards=OLD_NAME_LOST,REPLICATION_SUBSCRIBER,DYNAMIC_SQL;");
    }

    @PostgresTest
    void onTheEmbeddedDatabaseTheyAreToldAndStopNothing(TestDatabase database) {
        database.execute(OBJECTS);
        assertThat(migrate(database, true, AllowedHazards.NONE).batches()).hasSize(1);
        assertThat(hazards()).containsExactly(HazardId.OLD_NAME_LOST, HazardId.REPLICATION_SUBSCRIBER);
        assertThat(events).noneMatch(Event::isWarning);
    }

    @PostgresTest
    void aDatabaseThatIsMigratedHasNone(TestDatabase database) {
        database.execute(OBJECTS);
        migrate(database, true, AllowedHazards.NONE);
        assertThat(migrate(database, false, AllowedHazards.NONE).batches()).isEmpty();
    }

    @PostgresTest
    void eachBatchNeedsNoLeaveOfItsOwn(TestDatabase database) {
        database.execute("CREATE TABLE \"Order Items\" (id int); CREATE TABLE a (id int); CREATE TABLE b (id int)");
        mapping.tables("The \"Shop\"", "a").tables("more", "b");
        Migrate.Result result = new Migrate(
                        workplace(database, false),
                        AllowedHazards.parse(List.of("OLD_NAME_LOST")),
                        Batching.ofLocks(1),
                        Goals.PERSISTENCE,
                        events::add)
                .run(Goals.parsed(mapping.build()));
        assertThat(result.batches()).hasSizeGreaterThan(1);
        assertThat(hazards()).containsExactly(HazardId.OLD_NAME_LOST);
    }

    private String refusal(TestDatabase database, AllowedHazards allowed) {
        GoalStoppedException stop =
                catchThrowableOfType(GoalStoppedException.class, () -> migrate(database, false, allowed));
        assertThat(events).noneMatch(Event.Hazardous.class::isInstance);
        events.clear();
        return stop.getMessage();
    }

    private Migrate.Result migrate(TestDatabase database, boolean disposable, AllowedHazards allowed) {
        events.clear();
        return new Migrate(workplace(database, disposable), allowed, Goals.PERSISTENCE, events::add)
                .run(Goals.parsed(mapping.build()));
    }

    private Workplace workplace(TestDatabase database, boolean disposable) {
        Workplace mine = Goals.on(database, output).workplace();
        return new Workplace(
                mine.database(), disposable, mine.journalSchema(), mine.outputDirectory(), mine.pluginVersion());
    }

    /** What was told, each once. */
    private List<HazardId> hazards() {
        return events.stream()
                .filter(Event.Hazardous.class::isInstance)
                .flatMap(event -> ((Event.Hazardous) event).hazards().stream())
                .map(Hazard::id)
                .toList();
    }
}
