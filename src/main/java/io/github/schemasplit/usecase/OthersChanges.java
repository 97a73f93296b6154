package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.ObjectStates;
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
        last = describe(StateChanges.between(states(stale.get()), states(snapshot)));
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

    private static List<String> describe(List<StateChange> changes) {
        List<String> texts = new ArrayList<>();
        for (StateChange change : changes.subList(0, Math.min(NAMED, changes.size()))) {
            texts.add(change.describe());
        }
        if (changes.size() > NAMED) {
            texts.add("and " + (changes.size() - NAMED) + " more");
        }
        return texts;
    }
}
