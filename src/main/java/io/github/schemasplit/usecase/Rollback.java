package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * {@code schema:rollback}: takes back the last migration that the journal knows, the newest of its batches first, each in one
 * transaction that is audited before it commits.
 */
public final class Rollback {
    private final Workplace workplace;
    private final boolean force;
    private final Persistence persistence;
    private final ChangeListener listener;

    /**
     * @param force whether what can be taken back is, when others changed something since so that not all can be
     * @param listener is told how it makes its way
     */
    public Rollback(Workplace workplace, boolean force, Persistence persistence, ChangeListener listener) {
        this.workplace = workplace;
        this.force = force;
        this.persistence = persistence;
        this.listener = listener;
    }

    /**
     * @throws GoalStoppedException when there is no migration to take back, or without force none as a whole, others are in the way for too long, or the audit fails;
     *     nothing was changed then, or no more than the batches before
     */
    public Result run() {
        List<JournalEntry> entries = new ArrayList<>();
        Set<String> left = new LinkedHashSet<>();
        Set<String> renewed = new LinkedHashSet<>();
        List<Applied> batches = new ArrayList<>();
        Optional<UUID> migration = Optional.empty();
        while (true) {
            RollbackPlanning planning = new RollbackPlanning(workplace, migration, force, listener);
            Optional<Applied> applied = apply(planning, batches.size());
            if (applied.isEmpty()) {
                break;
            }
            batches.add(applied.get());
            entries.add(planning.entry());
            left.addAll(planning.left());
            renewed.addAll(planning.renewed());
            migration = Optional.of(planning.entry().batch().migration());
            if (batches.size() > 1 || planning.isUnfinished()) {
                listener.on(new Event.Batch(
                        batches.size(),
                        planning.moved(),
                        planning.remaining(),
                        applied.get().entry()));
            }
            if (!planning.isUnfinished()) {
                break;
            }
        }
        return new Result(entries, List.copyOf(left), List.copyOf(renewed), batches);
    }

    private Optional<Applied> apply(RollbackPlanning planning, int batches) {
        try {
            return Session.run(
                    workplace,
                    true,
                    listener,
                    connection -> new Applier(workplace, persistence, listener).apply(connection, planning));
        } catch (RuntimeException e) {
            throw UnfinishedWork.of(e, batches, "Run schema:rollback again to go on.");
        }
    }

    /**
     * @param entries the journal's entries that were taken back, newest first
     * @param left what was not taken back, and why, each as a clause
     * @param renewed what was dropped and made anew since: the new ones were moved back
     * @param batches what was made to do so, one for each entry
     */
    public record Result(List<JournalEntry> entries, List<String> left, List<String> renewed, List<Applied> batches) {
        public Result {
            entries = List.copyOf(entries);
            left = List.copyOf(left);
            renewed = List.copyOf(renewed);
            batches = List.copyOf(batches);
        }

        /** All that was done once and is taken back now, in the order in which it was done. */
        public Plan taken() {
            List<Operation> operations = new ArrayList<>();
            for (int i = entries.size() - 1; i >= 0; i--) {
                operations.addAll(entries.get(i).plan().operations());
            }
            return new Plan(operations);
        }

        /** The newest entry that was taken back. */
        public JournalEntry migration() {
            return entries.get(0);
        }
    }
}
