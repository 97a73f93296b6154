package io.github.schemasplit.plan;

import io.github.schemasplit.sql.SqlPart;

/** What is done to a table's row security. */
public enum RowSecurityAction implements SqlPart {
    ENABLE("ENABLE"),
    DISABLE("DISABLE"),
    /** It holds for the table's owner, too. */
    FORCE("FORCE"),
    NO_FORCE("NO FORCE");

    private final String sql;

    RowSecurityAction(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }

    /** What takes it back. */
    RowSecurityAction inverse() {
        return switch (this) {
            case ENABLE -> DISABLE;
            case DISABLE -> ENABLE;
            case FORCE -> NO_FORCE;
            case NO_FORCE -> FORCE;
        };
    }
}
