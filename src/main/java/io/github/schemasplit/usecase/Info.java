package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.Journal;
import io.github.schemasplit.jdbc.JournalEntry;
import java.util.List;

/** {@code schema:info}: the history that the journal tells. */
public final class Info {
    private final Workplace workplace;

    public Info(Workplace workplace) {
        this.workplace = workplace;
    }

    /** All entries of the journal, oldest first; none when there is no journal. */
    public List<JournalEntry> run() {
        return Session.run(
                workplace,
                false,
                ChangeListener.NONE,
                connection -> workplace
                        .statementTimeout()
                        .within(connection, () -> new Journal(connection, workplace.journalSchema()).history()));
    }
}
