package io.github.schemasplit.plan;

import io.github.schemasplit.sql.SqlPart;

/** The kinds of object that have an {@code ALTER … SET SCHEMA}, with the word that stands in the command. */
public enum Movable implements SqlPart {
    TABLE("TABLE", true),
    FOREIGN_TABLE("FOREIGN TABLE", true),
    VIEW("VIEW", true),
    MATERIALIZED_VIEW("MATERIALIZED VIEW", true),
    SEQUENCE("SEQUENCE", true),
    STATISTICS("STATISTICS", false),
    TYPE("TYPE", false),
    DOMAIN("DOMAIN", false),
    FUNCTION("FUNCTION", false),
    PROCEDURE("PROCEDURE", false),
    AGGREGATE("AGGREGATE", false);

    private final String keyword;
    private final boolean relation;

    Movable(String keyword, boolean relation) {
        this.keyword = keyword;
        this.relation = relation;
    }

    /** Whether moving it locks a relation. */
    boolean isRelation() {
        return relation;
    }

    /** Whether its name in a command is followed by its arguments. */
    boolean hasArguments() {
        return this == FUNCTION || this == PROCEDURE || this == AGGREGATE;
    }

    @Override
    public String sql() {
        return keyword;
    }
}
