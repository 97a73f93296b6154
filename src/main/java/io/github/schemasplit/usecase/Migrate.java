package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.jdbc.Change;
import io.github.schemasplit.jdbc.GuardedSnapshot;
import io.github.schemasplit.jdbc.Journal;
import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalDraft;
import io.github.schemasplit.jdbc.StatementTimeout;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.report.AnalysisReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** {@code schema:migrate}: carries out the plan in one transaction that is audited before it commits, and writes the journal. */
public final class Migrate {
    private final Workplace workplace;
    private final boolean allowIncomplete;
    private final Persistence persistence;
    private final ChangeListener listener;

    /**
     * @param allowIncomplete whether a database that is not disposable is migrated although this version does not bring along
     *     all that a live application needs
     * @param listener is told how it makes its way
     */
    public Migrate(Workplace workplace, boolean allowIncomplete, Persistence persistence, ChangeListener listener) {
        this.workplace = workplace;
        this.allowIncomplete = allowIncomplete;
        this.persistence = persistence;
        this.listener = listener;
    }

    /**
     * @throws GoalStoppedException when the analysis has errors, the journal can not be made, others are in the way for too long or
     *     the audit fails; nothing was changed then
     */
    public Result run(ParsedMapping parsed) {
        if (!workplace.disposable() && !allowIncomplete) {
            throw new GoalStoppedException(Incomplete.MESSAGE);
        }
        Planning planning = new Planning(parsed);
        Optional<Applied> applied = Session.run(
                workplace,
                true,
                listener,
                connection -> new Applier(workplace, persistence, listener).apply(connection, planning));
        return new Result(planning.report.orElseThrow(), applied);
    }

    /** Plans the migration, and keeps the analysis that the last plan was made from. */
    private final class Planning implements Applier.Planning {
        private final ParsedMapping parsed;
        private final UUID id = UUID.randomUUID();
        private Optional<AnalysisReport> report = Optional.empty();

        Planning(ParsedMapping parsed) {
            this.parsed = parsed;
        }

        @Override
        public Optional<Change> plan(Connection connection) throws SQLException {
            Journal journal = new Journal(connection, workplace.journalSchema());
            StatementTimeout timeout = workplace.statementTimeout();
            timeout.within(connection, () -> {
                journal.requireUsableIfExists();
                return journal;
            });
            GuardedSnapshot read = GuardedSnapshot.read(connection, timeout);
            AnalysisReport analysis =
                    Analyze.report(read.snapshot(), parsed.mapping().orElseThrow());
            report = Optional.of(analysis);
            if (analysis.hasErrors()) {
                throw new GoalStoppedException(
                        "The database cannot be migrated as the mapping says", analysis.findings());
            }
            if (analysis.plan().isEmpty()) {
                return Optional.empty();
            }
            Optional<String> obstacle = timeout.within(connection, journal::obstacle);
            if (obstacle.isPresent()) {
                throw new GoalStoppedException(obstacle.get());
            }
            ObjectStates states = ObjectStates.of(read.snapshot(), workplace.journalSchema());
            return Optional.of(new Change(
                    analysis.plan(),
                    read,
                    new JournalDraft(
                            id,
                            JournalAction.MIGRATE,
                            Optional.empty(),
                            workplace.pluginVersion(),
                            String.join("\n", parsed.origins()),
                            analysis.plan(),
                            states.fingerprint(),
                            states)));
        }
    }

    /**
     * @param report the analysis that the migration was made from
     * @param migration what was made; empty when there was nothing to do
     */
    public record Result(AnalysisReport report, Optional<Applied> migration) {}
}
