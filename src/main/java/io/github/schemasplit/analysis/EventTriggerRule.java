package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.EventTrigger;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.names.NamesInText;
import io.github.schemasplit.names.RoutineReading;
import io.github.schemasplit.names.RoutineTexts;
import io.github.schemasplit.names.UnclearName;
import io.github.schemasplit.names.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Event triggers whose routines name what moves, or the source schema: they run at each statement of the change, when some of it has
 * moved, and some not.
 *
 * @see <a href="https://www.postgresql.org/docs/current/event-triggers.html">Event Triggers</a>
 */
final class EventTriggerRule implements AnalysisRule {
    private final RoutineTexts texts;

    EventTriggerRule(RoutineTexts texts) {
        this.texts = texts;
    }

    @Override
    public List<Finding> check(Assignment assignment) {
        List<Finding> findings = new ArrayList<>();
        List<EventTrigger> triggers = assignment.snapshot().all(EventTrigger.class);
        if (triggers.isEmpty() || assignment.moves().isEmpty()) {
            return findings;
        }
        for (EventTrigger trigger : triggers) {
            ObjectId id = new ObjectId(Catalog.PG_PROC, trigger.routine());
            if (assignment.snapshot().find(id).orElse(null) instanceof Routine routine
                    && !assignment.snapshot().isExtensionMember(id)) {
                named(routine).ifPresent(named -> findings.add(finding(trigger, routine, named)));
            }
        }
        return findings;
    }

    private Optional<String> named(Routine routine) {
        Optional<RoutineReading> reading = texts.read(routine);
        if (reading.isEmpty()) {
            List<String> named = texts.moving().bearers(NamesInText.of(routine.source()));
            return named.isEmpty() ? Optional.empty() : Optional.of("may name " + Words.some(named));
        }
        if (!reading.get().edits().isEmpty() && !reading.get().named().isEmpty()) {
            return Optional.of("names " + Words.described(reading.get().named()));
        }
        return reading.get().unclear().isEmpty()
                ? Optional.empty()
                : Optional.of("may name what will move: "
                        + UnclearName.all(reading.get().unclear()));
    }

    private static Finding finding(EventTrigger trigger, Routine routine, String named) {
        String alter = "ALTER EVENT TRIGGER " + trigger.name();
        return Finding.of(
                FindingCode.EVENT_TRIGGER_NAMES_MOVED_OBJECT,
                Severity.WARNING,
                trigger.describe(),
                "it calls " + routine.describe() + ", whose text " + named
                        + "; within the change it may fail, which takes all of it back, or overlook what moves",
                "look at it; where that is so, run before the move: " + alter + " DISABLE; and after it, as before: "
                        + alter + " ENABLE;");
    }
}
