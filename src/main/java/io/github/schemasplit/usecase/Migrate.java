package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.jdbc.Executor;
import io.github.schemasplit.jdbc.Journal;
import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalDraft;
import io.github.schemasplit.jdbc.Timeouts;
import io.github.schemasplit.jdbc.Transaction;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.report.AnalysisReport;
import io.github.schemasplit.verify.Proof;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code schema:migrate}: carries out the plan in one transaction, proves it, and writes the journal. */
public final class Migrate {
    private final Workplace workplace;
    private final boolean allowIncomplete;
    private final Transaction.Listener listener;

    /**
     * @param allowIncomplete whether a database that is not disposable is migrated although this version does not bring along
     *     all that a live application needs
     * @param listener is told when another run is waited for
     */
    public Migrate(Workplace workplace, boolean allowIncomplete, Transaction.Listener listener) {
        this.workplace = workplace;
        this.allowIncomplete = allowIncomplete;
        this.listener = listener;
    }

    /**
     * @throws GoalStoppedException when the analysis has errors, the journal can not be made, or the proof fails; nothing was changed then
     */
    public Result run(ParsedMapping parsed) {
        if (!workplace.disposable() && !allowIncomplete) {
            throw new GoalStoppedException(Incomplete.MESSAGE);
        }
        UUID id = UUID.randomUUID();
        return Session.run(
                workplace,
                true,
                connection -> new Transaction(connection, Patience.WITH_OTHER_RUNS, listener)
                        .run(id, c -> migrate(c, id, parsed)));
    }

    private Result migrate(Connection connection, UUID id, ParsedMapping parsed) throws SQLException {
        Journal journal = new Journal(connection, workplace.journalSchema());
        journal.requireUsableIfExists();
        CatalogReader reader = new CatalogReader();
        Snapshot before = reader.read(connection);
        AnalysisReport report = Analyze.report(before, parsed.mapping().orElseThrow());
        if (report.hasErrors()) {
            throw new GoalStoppedException("The database cannot be migrated as the mapping says", report.findings());
        }
        Plan plan = report.plan();
        if (plan.isEmpty()) {
            return new Result(report, Optional.empty());
        }
        Optional<String> obstacle = journal.obstacle();
        if (obstacle.isPresent()) {
            throw new GoalStoppedException(obstacle.get());
        }
        new Executor(connection, Timeouts.DEFAULT).apply(plan, (operation, done) -> {});
        Snapshot after = reader.read(connection);
        List<Finding> doubts = Proof.of(before, plan, after, workplace.journalSchema());
        if (!doubts.isEmpty()) {
            throw new GoalStoppedException("The migration did something that it did not plan", doubts);
        }
        record(journal, id, parsed, plan, before, after);
        return new Result(report, Optional.of(id));
    }

    private void record(Journal journal, UUID id, ParsedMapping parsed, Plan plan, Snapshot before, Snapshot after)
            throws SQLException {
        ObjectStates statesBefore = ObjectStates.of(before, workplace.journalSchema());
        if (!journal.exists()) {
            journal.create();
        }
        journal.record(new JournalDraft(
                id,
                JournalAction.MIGRATE,
                Optional.empty(),
                workplace.pluginVersion(),
                String.join("\n", parsed.origins()),
                plan,
                statesBefore.fingerprint(),
                statesBefore,
                ObjectStates.of(after, workplace.journalSchema())));
    }

    /**
     * @param report the analysis that the migration was made from
     * @param migration the journal's entry; empty when there was nothing to do
     */
    public record Result(AnalysisReport report, Optional<UUID> migration) {}
}
