package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.jdbc.Change;
import io.github.schemasplit.jdbc.GuardedSnapshot;
import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalDraft;
import io.github.schemasplit.verify.Proof;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What is done once a change is committed, with nothing locked: looks at the database again and, at the end of a migration, adds what
 * it sees to the journal.
 *
 * @param after the database after the change
 * @param doubts what is not as it was planned, which others did in the meantime, since the audit before COMMIT passed
 */
record Completion(GuardedSnapshot after, List<Finding> doubts) {
    static Completion of(Connection connection, Workplace workplace, Change change) throws SQLException {
        GuardedSnapshot after = GuardedSnapshot.read(connection, workplace.statementTimeout());
        JournalDraft entry = change.entry();
        if (entry.action() == JournalAction.MIGRATE && !entry.batch().isUnfinished()) {
            workplace
                    .journal(connection)
                    .complete(entry.id(), ObjectStates.of(after.snapshot(), workplace.journalSchema()));
        }
        return new Completion(
                after, Proof.of(change.read().snapshot(), change.plan(), after.snapshot(), workplace.journalSchema()));
    }
}
