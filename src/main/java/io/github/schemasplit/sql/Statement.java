package io.github.schemasplit.sql;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

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
        return new Statement(
                String.format(template, Arrays.stream(parts).map(SqlPart::sql).toArray()));
    }

    /** A comma-separated list of parts, as one part. */
    public static SqlPart list(Collection<? extends SqlPart> parts) {
        String text = parts.stream().map(SqlPart::sql).collect(Collectors.joining(", "));
        return () -> text;
    }

    @Override
    public String toString() {
        return sql;
    }
}
