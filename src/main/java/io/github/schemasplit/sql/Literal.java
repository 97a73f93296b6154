package io.github.schemasplit.sql;

/**
 * A string constant, quoted so that it reads the same under both settings of {@code standard_conforming_strings}, and with no carriage
 * return in it, which a tool might mend.
 *
 * @param value the string's value, without NUL
 */
public record Literal(String value) implements SqlPart {
    public Literal {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a string constant must not hold NUL");
        }
    }

    public static Literal of(String value) {
        return new Literal(value);
    }

    @Override
    public String sql() {
        String doubled = value.replace("'", "''");
        return value.indexOf('\\') < 0 && value.indexOf('\r') < 0
                ? "'" + doubled + "'"
                : "E'" + doubled.replace("\\", "\\\\").replace("\r", "\\r") + "'";
    }
}
