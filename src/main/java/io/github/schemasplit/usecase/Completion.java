package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.jdbc.Change;
import io.github.schemasplit.jdbc.Journal;
import io.github.schemasplit.verify.Proof;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What is done once a change is committed, with nothing locked: looks at the database again, and adds what it sees to the journal. */
final class Completion {
    private Completion() {}

    /**
     * @return what is not as it was planned, which others did in the meantime, since the audit before COMMIT passed
     */
    static List<Finding> of(Connection connection, Workplace workplace, Change change) throws SQLException {
        Snapshot after = new CatalogReader(workplace.statementTimeout()).readInOwnTransaction(connection);
        ObjectStates states = ObjectStates.of(after, workplace.journalSchema());
        Journal journal = new Journal(connection, workplace.journalSchema());
        workplace.statementTimeout().within(connection, () -> {
            journal.complete(change.entry().id(), states);
            return states;
        });
        return Proof.of(change.read().snapshot(), change.plan(), after, workplace.journalSchema());
    }
}
