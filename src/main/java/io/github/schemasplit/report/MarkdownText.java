package io.github.schemasplit.report;

import java.util.Locale;

/**
 * Foreign text in Markdown: it is shown as it is, stays in its line and its cell, and is markup in no reader. What could be any stands by
 * its number, also where a backslash would do: not every reader of Markdown knows the same ones.
 */
final class MarkdownText {
    private static final String MARKUP = "\\`*[]<>#|~!&$^=:@";

    /** What a line could begin with that makes it something else than text. */
    private static final String FIRST = "-+.)0123456789_";

    private MarkdownText() {}

    /** Prose; where its lines end, a line ends in what is shown. */
    static String prose(String text) {
        StringBuilder out = new StringBuilder();
        int[] points = lines(text).strip().replace('\t', ' ').codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            int c = points[i];
            boolean first = isFirst(points, i);
            // Within a word it is only itself.
            boolean emphasis = c == '_' && !(isWord(points, i - 1) && isWord(points, i + 1));
            boolean address = c == '.' && i > 0 && (points[i - 1] == 'w' || points[i - 1] == 'W');
            if (c == '\n') {
                out.append("<br>");
            } else if (MARKUP.indexOf(c) >= 0 || first || emphasis || address) {
                out.append("&#").append(c).append(';');
            } else {
                append(out, c);
            }
        }
        return out.toString();
    }

    /** A name, or a piece of SQL, in a fixed width. */
    static String code(String written) {
        String text = lines(written);
        boolean plain = text.chars().noneMatch(c -> c == '`' || c == '<' || c == '|' || c == '\\' || c == '\n');
        if (plain && !text.isBlank() && text.equals(text.strip())) {
            StringBuilder out = new StringBuilder("`");
            text.codePoints().forEach(c -> append(out, c));
            return out.append('`').toString();
        }
        StringBuilder out = new StringBuilder("<code>");
        text.codePoints().forEach(c -> {
            if (c == '\n') {
                out.append("<br>");
            } else if (c == ' ' || c < 128 && Character.isLetterOrDigit(c) || "(),".indexOf(c) >= 0) {
                out.append((char) c);
            } else if (c < 128 && c > ' ') {
                out.append("&#").append(c).append(';');
            } else {
                append(out, c);
            }
        });
        return out.append("</code>").toString();
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }

    /** Whether nothing but what a list or a heading begins with stands up to there. */
    private static boolean isFirst(int[] points, int index) {
        for (int i = index; i >= 0; i--) {
            if (FIRST.indexOf(points[i]) < 0) {
                return false;
            }
        }
        // A number is a list only with what follows it.
        return !Character.isDigit(points[index]);
    }

    private static boolean isWord(int[] points, int index) {
        return index >= 0 && index < points.length && Character.isLetterOrDigit(points[index]);
    }

    private static void append(StringBuilder out, int codePoint) {
        if (Html.isUnseen(codePoint)) {
            out.append("\\u{")
                    .append(Integer.toHexString(codePoint).toUpperCase(Locale.ROOT))
                    .append('}');
        } else {
            out.appendCodePoint(codePoint);
        }
    }
}
