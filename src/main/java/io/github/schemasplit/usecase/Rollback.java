package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.jdbc.Executor;
import io.github.schemasplit.jdbc.Journal;
import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalDraft;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.jdbc.Timeouts;
import io.github.schemasplit.jdbc.Transaction;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.verify.Proof;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code schema:rollback}: takes back the last migration that the journal knows, in one transaction, and proves it. */
public final class Rollback {
    private final Workplace workplace;
    private final Transaction.Listener listener;

    /**
     * @param listener is told when another run is waited for
     */
    public Rollback(Workplace workplace, Transaction.Listener listener) {
        this.workplace = workplace;
        this.listener = listener;
    }

    /**
     * @return the migration that was taken back
     * @throws GoalStoppedException when there is none, or the proof fails; nothing was changed then
     */
    public JournalEntry run() {
        UUID id = UUID.randomUUID();
        return Session.run(workplace, true, connection -> new Transaction(connection, Patience.WITH_OTHER_RUNS, listener)
                .run(id, c -> rollBack(c, id)));
    }

    private JournalEntry rollBack(Connection connection, UUID id) throws SQLException {
        Journal journal = new Journal(connection, workplace.journalSchema());
        JournalEntry migration = journal.lastMigration()
                .orElseThrow(() -> new GoalStoppedException("There is nothing to roll back: the journal in schema "
                        + workplace.journalSchema() + " of " + workplace.database()
                        + " has no migration that was not rolled back already. If the journal is in another schema, name it"
                        + " with schema.journalSchema; schema:info shows the history."));
        CatalogReader reader = new CatalogReader();
        Snapshot before = reader.read(connection);
        Plan plan = migration.plan().inverse();
        new Executor(connection, Timeouts.DEFAULT).apply(plan, (operation, done) -> {});
        Snapshot after = reader.read(connection);
        List<Finding> doubts = Proof.of(before, plan, after, workplace.journalSchema());
        if (!doubts.isEmpty()) {
            throw new GoalStoppedException("The rollback did something that it did not plan", doubts);
        }
        ObjectStates statesBefore = ObjectStates.of(before, workplace.journalSchema());
        journal.record(new JournalDraft(
                id,
                JournalAction.ROLLBACK,
                Optional.of(migration.id()),
                workplace.pluginVersion(),
                migration.mapping(),
                plan,
                statesBefore.fingerprint(),
                statesBefore,
                ObjectStates.of(after, workplace.journalSchema())));
        return migration;
    }
}
