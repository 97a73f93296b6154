package io.github.schemasplit.jdbc;

/** What an entry of the journal tells of. The names are in the journal's format. */
public enum JournalAction {
    /** Objects were moved to their target schemas. */
    MIGRATE,
    /** A migration was taken back. */
    ROLLBACK
}
