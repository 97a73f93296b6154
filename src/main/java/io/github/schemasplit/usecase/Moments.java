package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.jdbc.Observations.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which of the moments that are kept belong to which change of the journal.
 *
 * @param history the journal's entries, oldest first
 * @param kept the moments, oldest first
 */
record Moments(List<JournalEntry> history, List<Moment> kept) {
    /**
     * The moment right before a change. Where that was not kept, one that was looked at since the change before.
     *
     * @param change its entries, oldest first
     * @throws GoalStoppedException when there is none; the message says what to do
     */
    Moment before(List<JournalEntry> change) {
        List<UUID> ids = change.stream().map(JournalEntry::id).toList();
        JournalEntry first = change.get(0);
        return kept.stream()
                .filter(m -> m.entry().filter(ids::contains).isPresent())
                .findFirst()
                .or(() -> looks(first).reduce((earlier, later) -> later))
                .orElseThrow(() -> new GoalStoppedException(
                        "There is nothing to compare with: what the server had counted before journal entry "
                                + first.number() + " was not kept. schema:migrate and schema:rollback keep it where it"
                                + " can be read and schema.observe is not false; schema:analyze does with"
                                + " -Dschema.observe."));
    }

    /** From where on the time before a change counts: since somebody looked, or else since the change before. */
    Optional<Moment> beginning(JournalEntry change, Moment before) {
        return looks(change)
                .filter(m -> m.takenAt().isBefore(before.takenAt()))
                .findFirst()
                .or(() -> kept.stream()
                        .filter(m -> m.entry().isPresent() && m.takenAt().isBefore(before.takenAt()))
                        .reduce((earlier, later) -> later));
    }

    /** The looks that were for no change, between the entry before and this one. */
    private Stream<Moment> looks(JournalEntry entry) {
        Instant from = history.stream()
                .filter(e -> e.number() < entry.number())
                .map(JournalEntry::appliedAt)
                .reduce((earlier, later) -> later)
                .orElse(Instant.MIN);
        return kept.stream()
                .filter(m -> m.entry().isEmpty()
                        && m.takenAt().isAfter(from)
                        && m.takenAt().isBefore(entry.appliedAt()));
    }
}
