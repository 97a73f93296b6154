package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.ScheduledJob;
import io.github.schemasplit.catalog.ScheduledJobs;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.StateChange;
import io.github.schemasplit.catalog.StateChanges;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What others changed in the catalog after a change was planned, so that it has to be planned again. */
final class OthersChanges {
    private static final int NAMED = 5;

    private final Identifier journalSchema;
    private Optional<Snapshot> stale = Optional.empty();
    private List<String> last = List.of();

    OthersChanges(Identifier journalSchema) {
        this.journalSchema = journalSchema;
    }

    /** The catalog is no longer like this. */
    void madeStale(Snapshot snapshot) {
        stale = Optional.of(snapshot);
    }

    /** Takes the catalog that the next plan is made on; the event that says what is different, if there is any. */
    Optional<Event> readAgain(Snapshot snapshot) {
        if (stale.isEmpty()) {
            return Optional.empty();
        }
        List<String> changes = new ArrayList<>();
        for (StateChange change : StateChanges.between(states(stale.get()), states(snapshot))) {
            changes.add(change.describe());
        }
        changes.addAll(jobs(stale.get().scheduledJobs(), snapshot.scheduledJobs()));
        last = some(changes);
        stale = Optional.empty();
        return Optional.of(new Event.CatalogChanged(last));
    }

    /** What was different the last time, as the end of a sentence; empty when the objects of the database do not show it. */
    String lastTime() {
        return last.isEmpty() ? "" : "; the last that was seen of it: " + String.join(", ", last);
    }

    private ObjectStates states(Snapshot snapshot) {
        return ObjectStates.of(snapshot, journalSchema);
    }

    private static List<String> jobs(ScheduledJobs before, ScheduledJobs now) {
        List<String> changes = new ArrayList<>();
        for (ScheduledJob job : before.jobs()) {
            Optional<ScheduledJob> current = now.find(job.id());
            if (current.isEmpty()) {
                changes.add(job.describe() + " is gone");
            } else if (!current.get().command().equals(job.command())) {
                changes.add(job.describe() + " has another command");
            }
        }
        return changes;
    }

    private static List<String> some(List<String> changes) {
        List<String> texts = new ArrayList<>(changes.subList(0, Math.min(NAMED, changes.size())));
        if (changes.size() > NAMED) {
            texts.add("and " + (changes.size() - NAMED) + " more");
        }
        return texts;
    }
}
