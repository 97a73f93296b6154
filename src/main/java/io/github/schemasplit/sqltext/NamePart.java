package io.github.schemasplit.sqltext;

import io.github.schemasplit.sql.Identifier;

/**
 * One part of a name as it is written, such as {@code "Order Items"} in {@code public."Order Items"}.
 *
 * @param identifier what the server makes of it: folded to lower case unless quoted, cut to 63 bytes
 * @param start where it begins in the text, in UTF-16 units from 0
 * @param end where it ends, exclusive
 */
public record NamePart(Identifier identifier, int start, int end) {
    /** Whether it, or a part of it, is only known as a routine runs. */
    public boolean isOpen() {
        return identifier.value().indexOf(CommandText.HOLE) >= 0;
    }
}
