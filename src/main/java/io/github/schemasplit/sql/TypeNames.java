package io.github.schemasplit.sql;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names with a schema in a list of types, as the server prints the arguments of routines and operators. */
public final class TypeNames {
    private static final String WORD = "(\"(?:[^\"]|\"\")*+\"|[^\\s\".,()\\[\\]]++)";
    private static final Pattern QUALIFIED = Pattern.compile(WORD + "\\." + WORD);

    private TypeNames() {}

    /**
     * The list with other names; the rest of it stays.
     *
     * @param types such as {@code integer, shop."Order"[]}
     * @param names what to write for a name
     */
    public static String replace(String types, Function<QualifiedName, String> names) {
        return QUALIFIED
                .matcher(types)
                .replaceAll(found -> Matcher.quoteReplacement(
                        names.apply(new QualifiedName(unquoted(found.group(1)), unquoted(found.group(2))))));
    }

    private static Identifier unquoted(String word) {
        return Identifier.of(
                word.startsWith("\"") ? word.substring(1, word.length() - 1).replace("\"\"", "\"") : word);
    }
}
