package io.github.schemasplit.usecase;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code schema:migrate}: carries out the plan in one transaction that is audited before it commits, and writes the journal; where the
 * server has not enough locks for one, in several, each of which is such a transaction and leaves a database that works.
 */
public final class Migrate {
    private final Workplace workplace;
    private final AllowedHazards allowed;
    private final Batching batching;
    private final Persistence persistence;
    private final Precautions precautions;
    private final ChangeListener listener;

    /**
     * @param allowed the hazards that somebody has accepted; others stop it, unless the database is disposable
     * @param batching how large its transactions may be
     * @param precautions what there must be before anything is changed
     * @param listener is told how it makes its way
     */
    public Migrate(
            Workplace workplace,
            AllowedHazards allowed,
            Batching batching,
            Persistence persistence,
            Precautions precautions,
            ChangeListener listener) {
        this.workplace = workplace;
        this.allowed = allowed;
        this.batching = batching;
        this.persistence = persistence;
        this.precautions = precautions;
        this.listener = listener;
    }

    /** Without precautions. */
    public Migrate(
            Workplace workplace,
            AllowedHazards allowed,
            Batching batching,
            Persistence persistence,
            ChangeListener listener) {
        this(workplace, allowed, batching, persistence, Precautions.NONE, listener);
    }

    /** Without precautions; transactions are as large as the server can bear. */
    public Migrate(Workplace workplace, AllowedHazards allowed, Persistence persistence, ChangeListener listener) {
        this(workplace, allowed, Batching.AUTO, persistence, listener);
    }

    /**
     * @throws GoalStoppedException when the analysis has errors, severe hazards are not accepted, a rehearsal or a backup that there must be is missing, the journal can not be made, the server has not enough locks, others
     *     are in the way for too long or the audit fails; nothing was changed then, or no more than the batches before
     */
    public Result run(ParsedMapping parsed) {
        List<Applied> batches = new ArrayList<>();
        List<Operation> done = new ArrayList<>();
        HazardCheck hazards = new HazardCheck(allowed, !workplace.disposable(), listener);
        backUp(parsed, hazards);
        MigrationPlanning planning = first(parsed, hazards);
        Optional<String> summary = Optional.empty();
        Optional<Assignment> assignment = Optional.empty();
        while (true) {
            Applier applier = new Applier(workplace, persistence, listener);
            Optional<Applied> applied = apply(applier, planning, batches.size());
            if (applied.isEmpty()) {
                break;
            }
            batches.add(applied.get());
            done.addAll(planning.batch().operations());
            summary = summary.or(planning::summary);
            assignment = planning.assignment();
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
            planning = planning.next(applier.after());
        }
        return new Result(new Plan(done), summary.orElse(""), batches, assignment);
    }

    /** Only where there is something to do that nothing speaks against; planned for that alone, since a dump may take hours. */
    private void backUp(ParsedMapping parsed, HazardCheck hazards) {
        if (precautions.backup() instanceof BackupPolicy.None) {
            return;
        }
        boolean any = Session.run(workplace, true, listener, connection -> {
            listener.on(Event.Phase.PLANNING);
            return first(parsed, hazards).plan(connection).isPresent();
        });
        if (any) {
            precautions.backup().require(workplace, listener);
        }
    }

    private MigrationPlanning first(ParsedMapping parsed, HazardCheck hazards) {
        return MigrationPlanning.first(workplace, parsed, batching, hazards, precautions.rehearsal());
    }

    /** Each batch has a connection of its own, so that one that is lost ends no more than the batch. */
    private Optional<Applied> apply(Applier applier, MigrationPlanning planning, int batches) {
        try {
            return Session.run(workplace, true, listener, connection -> applier.apply(connection, planning));
        } catch (RuntimeException e) {
            throw UnfinishedWork.of(
                    e, batches, "Run schema:migrate again to go on, or schema:rollback to take back what was moved.");
        }
    }

    /**
     * @param plan all that was done, batch by batch
     * @param summary what was moved, such as {@code 3 tables to 2 schemas}
     * @param batches what was made, in order; empty when there was nothing to do
     * @param assignment which object belongs where, as the last batch was planned; empty when there was nothing to do
     */
    public record Result(Plan plan, String summary, List<Applied> batches, Optional<Assignment> assignment) {
        public Result {
            batches = List.copyOf(batches);
        }

        /** The last of what was made; empty when there was nothing to do. */
        public Optional<Applied> migration() {
            return batches.isEmpty() ? Optional.empty() : Optional.of(batches.get(batches.size() - 1));
        }
    }
}
