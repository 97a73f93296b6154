package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.Analysis;
import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.ObservedStatement;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.hazard.Hazards;
import io.github.schemasplit.jdbc.Change;
import io.github.schemasplit.jdbc.GuardedSnapshot;
import io.github.schemasplit.jdbc.Journal;
import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalBatch;
import io.github.schemasplit.jdbc.JournalDraft;
import io.github.schemasplit.jdbc.LockCapacity;
import io.github.schemasplit.jdbc.ObservedStatementRows;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.names.RoutineTexts;
import io.github.schemasplit.plan.Batches;
import io.github.schemasplit.plan.LockCount;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.Planner;
import io.github.schemasplit.report.MoveSummary;
import io.github.schemasplit.report.RehearsalFingerprint;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Plans the next batch of a migration, which mostly is the whole of it, and keeps what it is a part of. What is to be
 * done is the mapping less the database, as ever, so a migration that was interrupted just goes on.
 */
final class MigrationPlanning implements Applier.Planning {
    private final Workplace workplace;
    private final ParsedMapping parsed;
    private final Batching batching;
    private final Optional<HazardCheck> hazards;
    private final Optional<RequiredRehearsal> rehearsal;
    private final UUID id = UUID.randomUUID();
    private Optional<GuardedSnapshot> seen;
    private Optional<Assignment> assignment = Optional.empty();
    private Optional<ObjectStates> before = Optional.empty();
    private Plan whole = new Plan(List.of());
    private Plan batch = new Plan(List.of());
    private long share;
    private long moved;
    private long remaining;

    private MigrationPlanning(
            Workplace workplace,
            ParsedMapping parsed,
            Batching batching,
            Optional<HazardCheck> hazards,
            Optional<RequiredRehearsal> rehearsal,
            Optional<GuardedSnapshot> seen,
            long share) {
        this.workplace = workplace;
        this.parsed = parsed;
        this.batching = batching;
        this.hazards = hazards;
        this.rehearsal = rehearsal;
        this.seen = seen;
        this.share = share;
    }

    /**
     * Plans the first batch of a run.
     *
     * @param hazards looks at those of the whole; what is begun is not stopped half-way for one of the rest
     * @param rehearsal what has to be rehearsed; what is begun is not stopped half-way for that either
     */
    static MigrationPlanning first(
            Workplace workplace,
            ParsedMapping parsed,
            Batching batching,
            HazardCheck hazards,
            Optional<RequiredRehearsal> rehearsal) {
        return new MigrationPlanning(workplace, parsed, batching, Optional.of(hazards), rehearsal, Optional.empty(), 1);
    }

    /**
     * Plans the batch after this one, which is no larger.
     *
     * @param now the database as it was a moment ago; it is read when it is not given, or not the same any more
     */
    MigrationPlanning next(Optional<GuardedSnapshot> now) {
        return new MigrationPlanning(workplace, parsed, batching, Optional.empty(), Optional.empty(), now, share);
    }

    @Override
    public Optional<Change> plan(Connection connection) throws SQLException {
        Journal journal = workplace.journal(connection);
        boolean journalled = journal.requireUsableIfExists();
        GuardedSnapshot read =
                seen.isPresent() ? seen.get() : GuardedSnapshot.read(connection, workplace.statementTimeout());
        seen = Optional.empty();
        Assignment all = PolicyReader.assign(
                connection,
                workplace.statementTimeout(),
                read.snapshot(),
                parsed.mapping().orElseThrow());
        RoutineTexts texts = new RoutineTexts(all);
        requireFitness(connection, texts);
        assignment = Optional.of(all);
        Plan places = new Planner().places(texts);
        whole = new Planner().whole(texts, places);
        remaining = 0;
        // Read after the catalog: whoever went on with the migration in between has changed that, which the guard sees.
        Optional<Journal.Unfinished> unfinished = journalled ? journal.unfinished() : Optional.empty();
        if (whole.isEmpty()) {
            if (unfinished.isPresent()) {
                journal.complete(unfinished.get().entry(), states(read.snapshot()));
            }
            return Optional.empty();
        }
        // What is begun was rehearsed as a whole.
        before = unfinished.isPresent() ? Optional.empty() : Optional.of(states(read.snapshot()));
        if (rehearsal.isPresent() && before.isPresent()) {
            rehearsal.get().require(before.get(), parsed, whole);
        }
        Optional<String> obstacle = journal.obstacle();
        if (obstacle.isPresent()) {
            throw new GoalStoppedException(obstacle.get());
        }
        batch = nextBatch(connection, all, places);
        moved = batch.moves().count();
        remaining = whole.work() - batch.work();
        return Optional.of(new Change(
                batch,
                read,
                new JournalDraft(
                        id,
                        JournalAction.MIGRATE,
                        Optional.empty(),
                        new JournalBatch(
                                unfinished.isPresent() ? unfinished.get().migration() : id, remaining),
                        workplace.pluginVersion(),
                        String.join("\n", parsed.origins()),
                        batch,
                        read.guard().hash(),
                        before)));
    }

    private void requireFitness(Connection connection, RoutineTexts texts) throws SQLException {
        List<Finding> findings = hazards.isPresent()
                ? Analysis.ofErrorsAndHazards(texts, observed(connection, texts))
                : Analysis.ofErrors(texts);
        // The worst comes first where one is an error.
        if (!findings.isEmpty() && findings.get(0).isError()) {
            throw new GoalStoppedException("The database cannot be migrated as the mapping says", findings);
        }
        if (hazards.isPresent()) {
            hazards.get().check(Hazards.of(texts, findings));
        }
    }

    private List<ObservedStatement> observed(Connection connection, RoutineTexts texts) throws SQLException {
        return workplace
                .statementTimeout()
                .within(
                        connection,
                        () -> ObservedStatementRows.read(
                                connection, texts.assignment().snapshot()));
    }

    private Plan nextBatch(Connection connection, Assignment all, Plan places) throws SQLException {
        LockCapacity capacity = workplace.statementTimeout().within(connection, () -> LockCapacity.read(connection));
        List<Assignment> batches = Batches.cut(all, Math.max(batching.budget(capacity) / share, 1));
        for (Assignment batch : batches) {
            requireLocks(capacity, batch);
        }
        if (batches.size() > 1) {
            return new Planner().places(new RoutineTexts(batches.get(0)));
        }
        return places.isEmpty() ? whole : places;
    }

    @Override
    public Supplier<Optional<RehearsalFingerprint>> rehearsable() {
        Optional<ObjectStates> states = before;
        Plan planned = whole;
        return () -> states.map(found -> RehearsalFingerprint.of(found, parsed, planned));
    }

    @Override
    public Plan whole(Change change) {
        return whole;
    }

    /** One transaction stays one; but where there are several, more and smaller ones do as well. */
    @Override
    public boolean tookTooLong() {
        if (isUnfinished()) {
            share *= 2;
        }
        return isUnfinished();
    }

    private void requireLocks(LockCapacity capacity, Assignment batch) {
        LockLimit.require(
                capacity,
                LockCount.of(batch),
                (batch.moves().isEmpty()
                                ? "nothing"
                                : batch.moves().get(0).object().describe())
                        + ", moved in one transaction with "
                        + (batch.moves().size() - 1) + " other objects,",
                batching.isAuto()
                        ? "They can not be parted: "
                        : "Say schema.batch=auto, so that it is done in smaller transactions; or ");
    }

    private ObjectStates states(Snapshot snapshot) {
        return ObjectStates.of(snapshot, workplace.journalSchema());
    }

    /** What the batch does. */
    Plan batch() {
        return batch;
    }

    /** What was still to be moved, this batch included, as one line. */
    Optional<String> summary() {
        return assignment.map(MoveSummary::of);
    }

    /** Which object belongs where, those that are in place already included. */
    @Override
    public Optional<Assignment> assignment() {
        return assignment;
    }

    /** How many objects the batch moves. */
    long moved() {
        return moved;
    }

    /** How many objects are to be moved after this batch. */
    long remaining() {
        return remaining;
    }

    boolean isUnfinished() {
        return remaining > 0;
    }
}
