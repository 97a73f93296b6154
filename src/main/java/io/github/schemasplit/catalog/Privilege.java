package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.SqlPart;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The privileges, in the order in which the server prints them.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-priv.html">Privileges</a>
 */
public enum Privilege implements SqlPart {
    INSERT('a'),
    SELECT('r'),
    UPDATE('w'),
    DELETE('d'),
    TRUNCATE('D'),
    REFERENCES('x'),
    TRIGGER('t'),
    EXECUTE('X'),
    USAGE('U'),
    CREATE('C'),
    TEMPORARY('T'),
    CONNECT('c'),
    SET('s'),
    ALTER_SYSTEM('A'),
    MAINTAIN('m');

    private static final Map<Character, Privilege> BY_LETTER = byLetter();

    private final char letter;

    Privilege(char letter) {
        this.letter = letter;
    }

    /** The letter that stands for it in an ACL item. */
    public char letter() {
        return letter;
    }

    public static Optional<Privilege> ofLetter(char letter) {
        return Optional.ofNullable(BY_LETTER.get(letter));
    }

    @Override
    public String sql() {
        return name().replace('_', ' ');
    }

    private static Map<Character, Privilege> byLetter() {
        Map<Character, Privilege> byLetter = new HashMap<>();
        for (Privilege privilege : values()) {
            byLetter.put(privilege.letter, privilege);
        }
        return Map.copyOf(byLetter);
    }
}
