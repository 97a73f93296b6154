package io.github.schemasplit.sqltext;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One part of a name as it is written, such as {@code "Order Items"} in {@code public."Order Items"}.
 *
 * @param identifier what the server makes of it: folded to lower case unless quoted, cut to 63 bytes
 * @param start where it begins in the text, in UTF-16 units from 0
 * @param end where it ends, exclusive
 */
public record NamePart(Identifier identifier, int start, int end) {
    /** Stands in a text for what is not known before it is put together: a part of words, which no name has. */
    public static final char UNKNOWN = CommandText.HOLE;

    /** Whether it, or a part of it, is only known as a routine runs. */
    public boolean isOpen() {
        return identifier.value().indexOf(CommandText.HOLE) >= 0;
    }

    /** Whether it is known in part. */
    public boolean isPartlyKnown() {
        return isOpen()
                && !identifier
                        .value()
                        .replace(String.valueOf(CommandText.HOLE), "")
                        .isEmpty();
    }

    /** What the whole of it matches, where any text can be in place of what is not known. */
    public Pattern pattern() {
        List<String> known = new ArrayList<>();
        for (String part : identifier.value().split(CommandText.HOLE + "+", -1)) {
            known.add(Pattern.quote(part));
        }
        return Pattern.compile(String.join(".*", known), Pattern.DOTALL);
    }
}
