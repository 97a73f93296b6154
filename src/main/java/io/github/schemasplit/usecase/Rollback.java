package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.jdbc.Change;
import io.github.schemasplit.jdbc.GuardedSnapshot;
import io.github.schemasplit.jdbc.Journal;
import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalDraft;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.jdbc.StatementTimeout;
import io.github.schemasplit.plan.Plan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code schema:rollback}: takes back the last migration that the journal knows, in one transaction that is audited before it commits. */
public final class Rollback {
    private final Workplace workplace;
    private final Persistence persistence;
    private final ChangeListener listener;

    /**
     * @param listener is told how it makes its way
     */
    public Rollback(Workplace workplace, Persistence persistence, ChangeListener listener) {
        this.workplace = workplace;
        this.persistence = persistence;
        this.listener = listener;
    }

    /**
     * @throws GoalStoppedException when there is no migration to take back, others are in the way for too long, or the audit fails;
     *     nothing was changed then
     */
    public Result run() {
        Planning planning = new Planning();
        Applied applied = Session.run(
                        workplace,
                        true,
                        listener,
                        connection -> new Applier(workplace, persistence, listener).apply(connection, planning))
                .orElseThrow();
        return new Result(
                planning.migration.orElseThrow(), planning.wayBack.orElseThrow().dropped(), applied);
    }

    /** Plans the rollback, and keeps the migration that it takes back. */
    private final class Planning implements Applier.Planning {
        private final UUID id = UUID.randomUUID();
        private Optional<JournalEntry> migration = Optional.empty();
        private Optional<WayBack> wayBack = Optional.empty();

        @Override
        public Optional<Change> plan(Connection connection) throws SQLException {
            Journal journal = new Journal(connection, workplace.journalSchema());
            StatementTimeout timeout = workplace.statementTimeout();
            JournalEntry last = timeout.within(connection, journal::lastMigration)
                    .orElseThrow(() -> new GoalStoppedException(nothingToTakeBack()));
            migration = Optional.of(last);
            GuardedSnapshot read = GuardedSnapshot.read(connection, timeout);
            ObjectStates states = ObjectStates.of(read.snapshot(), workplace.journalSchema());
            wayBack = Optional.of(WayBack.of(last.plan().inverse(), read.snapshot()));
            Plan plan = wayBack.get().plan();
            return Optional.of(new Change(
                    plan,
                    read,
                    new JournalDraft(
                            id,
                            JournalAction.ROLLBACK,
                            Optional.of(last.id()),
                            workplace.pluginVersion(),
                            last.mapping(),
                            plan,
                            states.fingerprint(),
                            states)));
        }

        private String nothingToTakeBack() {
            return "There is nothing to roll back: the journal in schema "
                    + workplace.journalSchema() + " of " + workplace.database()
                    + " has no migration that was not rolled back already. If the journal is in another schema, name it"
                    + " with schema.journalSchema; schema:info shows the history.";
        }
    }

    /**
     * @param migration the migration that was taken back
     * @param dropped what had moved and was dropped since, so that it stays gone
     * @param rollback what was made to do so
     */
    public record Result(JournalEntry migration, List<String> dropped, Applied rollback) {}
}
