package io.github.schemasplit.assignment;

/** Why no view can stand for a relation under its old name and give everybody what the relation gives, and no more. */
public enum OldNameObstacle {
    NO_COLUMNS("it has no columns, and a view must have one"),
    ROW_SECURITY("row security is enabled on it, which a view passes by before PostgreSQL 15"),
    READERS_OF_COLUMNS_AND_ROW_SECURITY(
            "row security is enabled on it, which a view with its owner's rights passes by, and some roles may read"
                    + " some of its columns alone, whom a view with their own rights shuts out"),
    USER_MAPPING("it is a foreign table, which a view with its owner's rights reads by the owner's user mapping"),
    INVOKER_VIEW(
            "it is a view with the rights of its reader, and a view of it with its owner's rights would read with those"),
    OWNER_LACKS_PRIVILEGE(
            "its owner lacks a privilege on it, so that a view with its owner's rights would not serve superusers and"
                    + " others that have it");

    private final String clause;

    OldNameObstacle(String clause) {
        this.clause = clause;
    }

    /** The obstacle as a clause, whose subject is the relation. */
    public String clause() {
        return clause;
    }
}
