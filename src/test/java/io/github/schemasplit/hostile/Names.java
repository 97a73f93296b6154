package io.github.schemasplit.hostile;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names that try to be taken for something else; each once where it must be unique. */
final class Names {
    /** The first is the plain one that shrinking ends at. {@code _a} is what the server calls the array type of {@code a}. */
    private static final List<String> FORMS = List.of(
            "a",
            "_a",
            "Order Items",
            "a\"b",
            "select",
            "UPPER",
            "do.t",
            "100 % %s %n",
            "$1 $$ $x$",
            "back\\slash",
            "new\nline */ --",
            "表 😀",
            "é".repeat(31),
            "n".repeat(63),
            "it's :x ?",
            "user",
            "st*r",
            "(int)",
            "ta\tb",
            "{\"a\": null}");

    private static final int LONGEST = 63;

    private final Set<String> taken = new HashSet<>();

    /** A name that nothing has yet in a place, such as a schema; all that a place holds shares its names. */
    String in(String place, int number) {
        String form = FORMS.get(number % FORMS.size());
        String name = form;
        for (int i = 2; !taken.add(place + "\0" + name); i++) {
            name = cut(form, LONGEST - String.valueOf(i).length()) + i;
        }
        return name;
    }

    /** A name that ends like no other. */
    static String numbered(int number, String end) {
        return cut(FORMS.get(number % FORMS.size()), LONGEST - end.length()) + end;
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String literal(String text) {
        return (text.contains("\\") ? " E'" : "'") + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static String cut(String name, int bytes) {
        String cut = name;
        while (cut.getBytes(StandardCharsets.UTF_8).length > bytes) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }
}
