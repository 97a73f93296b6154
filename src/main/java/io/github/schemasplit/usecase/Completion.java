package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.jdbc.Change;
import io.github.schemasplit.jdbc.GuardedSnapshot;
import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalDraft;
import io.github.schemasplit.verify.Proof;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What is done once a change is committed, with nothing locked: looks at the database again and, at the end of a migration, adds what
 * it sees to the journal.
 *
 * @param after the database after the change, to go on from when that was a batch of a migration and not the last
 * @param doubts what is not as it was planned, which others did in the meantime, since the audit before COMMIT passed
 */
record Completion(Optional<GuardedSnapshot> after, List<Finding> doubts) {
    static Completion of(Connection connection, Workplace workplace, Change change) throws SQLException {
        JournalDraft entry = change.entry();
        if (entry.action() == JournalAction.MIGRATE && entry.batch().isUnfinished()) {
            GuardedSnapshot after = GuardedSnapshot.read(connection, workplace.statementTimeout());
            return new Completion(
                    Optional.of(after),
                    doubts(workplace, change, after.snapshot(), states(workplace, after.snapshot())));
        }
        Snapshot after = new CatalogReader(workplace.statementTimeout()).readInOwnTransaction(connection);
        ObjectStates states = states(workplace, after);
        if (entry.action() == JournalAction.MIGRATE) {
            workplace.journal(connection).complete(entry.id(), states);
        }
        return new Completion(Optional.empty(), doubts(workplace, change, after, states));
    }

    private static List<Finding> doubts(Workplace workplace, Change change, Snapshot after, ObjectStates statesAfter) {
        Snapshot before = change.read().snapshot();
        ObjectStates statesBefore = change.entry().before().orElseGet(() -> states(workplace, before));
        return Proof.of(before, statesBefore, change.plan(), after, statesAfter);
    }

    private static ObjectStates states(Workplace workplace, Snapshot snapshot) {
        return ObjectStates.of(snapshot, workplace.journalSchema());
    }
}
