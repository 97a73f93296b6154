package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.notice.NoticeKind;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.watch.ComparedStatement;
import io.github.schemasplit.watch.Comparison;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The goals that keep what the server counts, as their Mojos conduct them, and what they told. */
final class WatchedGoals {
    private final List<Event> events = new ArrayList<>();

    /** To the schema {@code shop}, with old names. */
    static ParsedMapping mapping(String... tables) {
        return Goals.parsed(new MappingBuilder()
                .compatibility(Compatibility.VIEWS)
                .tables("shop", tables)
                .build());
    }

    void migrate(Goals goals, ParsedMapping mapping) {
        migrate(goals, mapping, Batching.AUTO, events::add, Optional.empty());
    }

    /** In batches of one lock. */
    void migrateInBatches(Goals goals, ParsedMapping mapping) {
        migrateInBatches(goals, mapping, events::add);
    }

    void migrateInBatches(Goals goals, ParsedMapping mapping, ChangeListener listener) {
        migrate(goals, mapping, Batching.ofLocks(1), listener, Optional.empty());
    }

    void migrateKeeping(Goals goals, ParsedMapping mapping, Duration keepFor) {
        migrate(goals, mapping, Batching.AUTO, events::add, Optional.of(keepFor));
    }

    private static void migrate(
            Goals goals,
            ParsedMapping mapping,
            Batching batching,
            ChangeListener listener,
            Optional<Duration> keepFor) {
        new Conduct(goals.workplace(), terms("migrate", NoticeKind.AFTER, keepFor), InstantSource.system())
                .run(
                        listener,
                        told -> new Migrate(goals.workplace(), AllowedHazards.NONE, batching, Goals.PERSISTENCE, told)
                                .run(mapping),
                        done -> new Outcome(done.plan(), done.batches()));
    }

    void rollback(Goals goals) {
        new Conduct(goals.workplace(), terms("rollback", NoticeKind.ROLLBACK, Optional.empty()), InstantSource.system())
                .run(
                        events::add,
                        told -> new Rollback(goals.workplace(), false, Goals.PERSISTENCE, told).run(),
                        done -> new Outcome(done.taken(), done.batches()));
    }

    private static Conduct.Terms terms(String goal, NoticeKind kind, Optional<Duration> keepFor) {
        return new Conduct.Terms(goal, kind, OpeningHours.ALWAYS, List.of(), Path.of("none"), keepFor, true);
    }

    /** As {@code schema:analyze} with {@code schema.observe}. */
    void observe(Goals goals) {
        new Analyze(goals.workplace(), true, events::add)
                .run(mapping("orders").mapping().orElseThrow());
    }

    /** A look that is kept only when it is asked to be. */
    Watch watch(Goals goals) {
        return new Watch(goals.workplace(), events::add);
    }

    static Compare.Result compare(Goals goals) {
        return new Compare(goals.workplace()).run();
    }

    List<String> warnings() {
        return events.stream()
                .filter(Event::isWarning)
                .flatMap(e -> e.lines().stream())
                .toList();
    }

    static Comparison.Statements statements(Compare.Result result) {
        return result.report().comparison().statements().orElseThrow();
    }

    /** The one statement whose text has this part. */
    static ComparedStatement find(Compare.Result result, String part) {
        List<ComparedStatement> found = statements(result).all().stream()
                .filter(s -> s.text().contains(part))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
