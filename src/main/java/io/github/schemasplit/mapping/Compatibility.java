package io.github.schemasplit.mapping;

/** How old names keep working after a move. */
public enum Compatibility {
    /** A view under the old name. */
    VIEWS,
    /** The target schemas in the search path of roles and database. */
    SEARCH_PATH,
    /** Not at all. */
    NONE
}
