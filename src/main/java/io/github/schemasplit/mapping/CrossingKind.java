package io.github.schemasplit.mapping;

/** What can refer from one schema to another. */
public enum CrossingKind {
    FOREIGN_KEY("foreignKeys", "foreign key"),
    /** A view or materialized view. */
    VIEW("views", "view"),
    ROUTINE("routines", "routine");

    private final String key;
    private final String noun;

    CrossingKind(String key, String noun) {
        this.key = key;
        this.noun = noun;
    }

    /** Its key in a baseline. */
    public String key() {
        return key;
    }

    /** What it is called in messages. */
    public String noun() {
        return noun;
    }
}
