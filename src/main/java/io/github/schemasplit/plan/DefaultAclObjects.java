package io.github.schemasplit.plan;

import io.github.schemasplit.sql.SqlPart;

/** The kinds of object that default privileges in a schema are about. */
public enum DefaultAclObjects implements SqlPart {
    TABLES('r'),
    SEQUENCES('S'),
    ROUTINES('f'),
    TYPES('T');

    private final char letter;

    DefaultAclObjects(char letter) {
        this.letter = letter;
    }

    /**
     * The kind that {@code defaclobjtype} stands for.
     *
     * @throws IllegalArgumentException for a letter that no default privileges in a schema have
     */
    public static DefaultAclObjects ofLetter(char letter) {
        for (DefaultAclObjects objects : values()) {
            if (objects.isLetter(letter)) {
                return objects;
            }
        }
        throw new IllegalArgumentException("unknown defaclobjtype '" + letter + "'");
    }

    /** What {@code defaclobjtype} says of it. */
    public char letter() {
        return letter;
    }

    /** Whether {@code defaclobjtype} stands for this kind. */
    boolean isLetter(char other) {
        return letter == other;
    }

    @Override
    public String sql() {
        return name();
    }
}
