package io.github.schemasplit.mapping;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts as they are written in a YAML file, so that it reads them back. */
public final class YamlWords {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** What readers of YAML, others than ours, take for something else than a text. */
    private static final Set<String> SPECIAL = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private YamlWords() {}

    /** A text as a scalar on one line, without quotes where it needs none. */
    public static String scalar(String text) {
        return PLAIN.matcher(text).matches() && !SPECIAL.contains(text.toLowerCase(Locale.ROOT)) ? text : quoted(text);
    }

    /** A text in a comment, which ends with its line. */
    public static String comment(String text) {
        StringBuilder comment = new StringBuilder();
        text.codePoints().forEach(c -> comment.appendCodePoint(isPlain(c) ? c : '\uFFFD'));
        return comment.toString();
    }

    static String quoted(String text) {
        StringBuilder escaped = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                escaped.append('\\').appendCodePoint(c);
            } else if (isPlain(c)) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append(String.format(Locale.ROOT, "\\U%08x", c));
            }
        });
        return escaped.append('"').toString();
    }

    /** Whether it can stand between quotes as it is: neither a control character nor what ends a line, nor invisible. */
    static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
