package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.SqlPart;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The command that a row-security policy is for. */
public enum PolicyCommand implements SqlPart {
    ALL('*'),
    SELECT('r'),
    INSERT('a'),
    UPDATE('w'),
    DELETE('d');

    private final char letter;

    PolicyCommand(char letter) {
        this.letter = letter;
    }

    /** The letter that {@code polcmd} has for it. */
    public char letter() {
        return letter;
    }

    /** The command of a {@code polcmd}. */
    public static PolicyCommand ofLetter(char letter) {
        for (PolicyCommand command : values()) {
            if (command.letter == letter) {
                return command;
            }
        }
        throw new IllegalArgumentException("no command of a policy has the letter " + letter);
    }

    /** The command of a word in lower case. */
    public static PolicyCommand ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The privileges that the statements need which it is for. */
    public Set<Privilege> privileges() {
        return this == ALL
                ? EnumSet.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE)
                : EnumSet.of(Privilege.valueOf(name()));
    }

    @Override
    public String sql() {
        return name();
    }
}
