package io.github.schemasplit.sql;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL identifier as the catalog stores it: unquoted, case kept.
 *
 * @param value the name, not empty, without NUL
 */
public record Identifier(String value) implements Comparable<Identifier>, SqlPart {
    /** The longest identifier of a server built with the default NAMEDATALEN, in bytes of UTF-8. */
    public static final int MAX_BYTES = 63;

    /** Checks the name; its length is not checked, since the server's limit is a setting of its build. */
    public Identifier {
        if (value.isEmpty() || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "an identifier must not be empty and must not hold NUL: '" + value + "'");
        }
    }

    public static Identifier of(String value) {
        return new Identifier(value);
    }

    /** Whether the server would cut this name to {@link #MAX_BYTES} bytes. */
    public boolean isTooLong() {
        return value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }

    /** The name as it is written in SQL: quoted where the server's {@code quote_ident} would quote it. */
    @Override
    public String sql() {
        return isPlain() && !Keywords.needQuoting(value) ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    /** Whether it is of lower-case ASCII letters, digits and underscores alone, and does not begin with a digit. */
    private boolean isPlain() {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c == '_' || c >= '0' && c <= '9' && i > 0)) {
                return false;
            }
        }
        return true;
    }

    // A record's own equals and hashCode are linked at their first call and slow until they are compiled; in a build,
    // most calls
    // of these come before that.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Identifier identifier && value.equals(identifier.value));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(Identifier other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return sql();
    }
}
