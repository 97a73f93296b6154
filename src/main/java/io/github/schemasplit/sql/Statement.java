package io.github.schemasplit.sql;

import java.util.Collection;
import java.util.StringJoiner;

/**
 * One SQL statement, without its closing semicolon.
 *
 * <p>It is made from a template whose {@code %s} take only parts that quote themselves, so that no text of a user or of a
 * catalog gets into it unquoted.
 *
 * @param sql the text
 */
public record Statement(String sql) implements SqlPart {

    /** Fills {@code template}; each {@code %s} takes the SQL of the next part. */
    public static Statement of(String template, SqlPart... parts) {
        Object[] texts = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            texts[i] = parts[i].sql();
        }
        return new Statement(String.format(template, texts));
    }

    /** A comma-separated list of parts, as one part. */
    public static SqlPart list(Collection<? extends SqlPart> parts) {
        StringJoiner text = new StringJoiner(", ");
        for (SqlPart part : parts) {
            text.add(part.sql());
        }
        return new Statement(text.toString());
    }

    @Override
    public String toString() {
        return sql;
    }
}
