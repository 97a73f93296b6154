package io.github.schemasplit.catalog;

/** The kinds of relation ({@code pg_class.relkind}) that a schema shows to its users; indexes are {@link Index}. */
public enum RelationKind {
    TABLE('r', "TABLE"),
    PARTITIONED_TABLE('p', "TABLE"),
    FOREIGN_TABLE('f', "FOREIGN TABLE"),
    VIEW('v', "VIEW"),
    MATERIALIZED_VIEW('m', "MATERIALIZED VIEW"),
    SEQUENCE('S', "SEQUENCE"),
    COMPOSITE_TYPE('c', "TYPE");

    private final char letter;
    private final String keyword;

    RelationKind(char letter, String keyword) {
        this.letter = letter;
        this.keyword = keyword;
    }

    /** {@code relkind}. */
    public char letter() {
        return letter;
    }

    /** The word of the ALTER command for it, such as {@code MATERIALIZED VIEW}. */
    public String keyword() {
        return keyword;
    }

    /** Whether it is what a mapping calls a table: it has rows of its own, or partitions that have. */
    public boolean isTable() {
        return this == TABLE || this == PARTITIONED_TABLE || this == FOREIGN_TABLE;
    }

    public boolean isView() {
        return this == VIEW || this == MATERIALIZED_VIEW;
    }

    /**
     * @throws IllegalArgumentException for a letter that is none of these
     */
    public static RelationKind ofLetter(char letter) {
        for (RelationKind kind : values()) {
            if (kind.letter == letter) {
                return kind;
            }
        }
        throw new IllegalArgumentException("unknown relkind '" + letter + "'");
    }
}
