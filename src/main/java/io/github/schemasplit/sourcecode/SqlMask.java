package io.github.schemasplit.sourcecode;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * SQL of which what other tools put in is not SQL: MyBatis' tags and {@code #{value}}, {@code ${text}}, and JDBC's braces. It is replaced by as many
 * characters, so that all others stay where they are.
 */
final class SqlMask {
    private static final Set<String> TAGS = Set.of(
            "script", "if", "where", "set", "trim", "foreach", "choose", "when", "otherwise", "include", "bind", "sql");

    private SqlMask() {}

    static String of(String text) {
        if (text.stripLeading().startsWith("{")) {
            return ofCall(text);
        }
        if (isPage(text.stripLeading())) {
            return text;
        }
        if (text.indexOf("#{") < 0 && text.indexOf("${") < 0 && text.indexOf("</") < 0) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int start = i;
            if ((c == '#' || c == '$') && text.startsWith("{", i + 1)) {
                int end = text.indexOf('}', i);
                if (end > 0) {
                    fill(masked, i, end + 1, c == '#' ? ' ' : Literal.HOLE);
                    if (c == '#') {
                        masked.setCharAt(i, '?');
                    }
                    i = end;
                }
            } else if (c == '<' && isTag(text, i)) {
                int end = endOfTag(text, i);
                fill(masked, i, end, ' ');
                if (text.startsWith("</set>", i)) {
                    withoutComma(masked, i);
                }
                keyword(text.substring(i, end)).ifPresent(word -> masked.replace(start, start + word.length(), word));
                i = end - 1;
            }
        }
        return masked.toString();
    }

    /** Takes the comma away that a list of values ends with. */
    static void withoutComma(StringBuilder text, int end) {
        int last = end - 1;
        while (last > 0 && Character.isWhitespace(text.charAt(last))) {
            last--;
        }
        if (last >= 0 && text.charAt(last) == ',') {
            text.setCharAt(last, ' ');
        }
    }

    /** What a tag of MyBatis writes before what is in it. */
    private static Optional<String> keyword(String tag) {
        if (tag.equals("<set>")) {
            return Optional.of("SET");
        }
        return tag.equals("<where>") ? Optional.of("WHERE") : Optional.empty();
    }

    /** Whether a text begins with a tag that is none of MyBatis: it is no SQL with tags in it. */
    private static boolean isPage(String text) {
        int end = 1;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.startsWith("<") && end > 1 && !TAGS.contains(text.substring(1, end));
    }

    /** JDBC's way to call a routine: <code>{? = call total(?)}</code>. */
    private static String ofCall(String text) {
        int call = text.toLowerCase(Locale.ROOT).indexOf("call ");
        if (call < 0 || !text.substring(0, call).chars().allMatch(c -> " {?=\n\t".indexOf(c) >= 0)) {
            return text;
        }
        return " ".repeat(call) + text.substring(call).replace('}', ' ');
    }

    private static void fill(StringBuilder text, int start, int end, char with) {
        for (int i = start; i < end; i++) {
            text.setCharAt(i, with);
        }
    }

    private static boolean isTag(String text, int at) {
        int name = text.startsWith("</", at) ? at + 2 : at + 1;
        return name < text.length()
                && Character.isLetter(text.charAt(name))
                && text.indexOf('>', name) > 0
                && Character.isLetterOrDigit(text.charAt(name))
                && (text.startsWith("</", at) || text.indexOf("</", at) > 0);
    }

    /** Where a tag ends, whose attributes may hold greater-than signs between quotes. */
    private static int endOfTag(String text, int from) {
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return text.length();
    }
}
