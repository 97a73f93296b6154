package io.github.schemasplit.proposal;

/** What ties tables to each other, in the order in which it is told. */
public enum TieKind {
    /** One refers to the other. */
    FOREIGN_KEY("foreign key", "foreign keys", 1),

    /** A view or materialized view reads them. */
    VIEW("view", "views", 0.5),

    /** The text of a routine names them. */
    ROUTINE("routine", "routines", 0.5),

    /** A trigger on one of them calls a routine whose text names the others. */
    TRIGGER("trigger", "triggers", 0.15),

    /** A statement that sessions run names them. */
    STATEMENT("statement", "statements", 0.5),

    /** Their names begin with the same word: a hint, and no more. */
    NAME("name", "names", 0.25);

    private final String noun;
    private final String plural;
    private final double weight;

    TieKind(String noun, String plural, double weight) {
        this.noun = noun;
        this.plural = plural;
        this.weight = weight;
    }

    /** For messages: {@code foreign key}. */
    public String noun() {
        return noun;
    }

    public String plural() {
        return plural;
    }

    /** How much it counts beside the others. */
    double weight() {
        return weight;
    }

    /** Whether something breaks, or gets longer ways, where it runs between schemas; a name does not. */
    public boolean costs() {
        return this != NAME;
    }
}
