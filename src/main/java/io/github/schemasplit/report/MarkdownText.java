package io.github.schemasplit.report;

import java.util.Locale;

/**
 * Foreign text in Markdown: it is shown as it is, stays in its line and its cell, and is markup in no reader. What could be any stands by
 * its number, also where a backslash would do: not every reader of Markdown knows the same ones.
 */
final class MarkdownText {
    private static final String MARKUP = "\\`*[]#|~!$^@";

    /** What a line could begin with that makes it something else than text. */
    private static final String FIRST = "-+=.)0123456789_";

    private MarkdownText() {}

    /**
     * Prose; where its lines end, a line ends in what is shown.
     *
     * @param begins whether nothing stands before it
     */
    static String prose(String text, boolean begins) {
        String stripped = lines(text).replace('\t', ' ');
        return escaped(begins ? stripped.stripLeading() : stripped, begins);
    }

    /** A name, or a piece of SQL, in a fixed width. */
    static String code(String written) {
        String text = lines(written);
        boolean plain = text.chars().noneMatch(c -> c == '`' || c == '<' || c == '|' || c == '\\' || c == '\n');
        if (plain && !text.contains("](") && !text.isBlank() && text.equals(text.strip())) {
            StringBuilder out = new StringBuilder("`");
            text.codePoints().forEach(c -> append(out, c));
            return out.append('`').toString();
        }
        return "<code>" + escaped(text, false) + "</code>";
    }

    private static String escaped(String text, boolean begins) {
        StringBuilder out = new StringBuilder();
        int[] points = text.codePoints().toArray();
        boolean first = begins;
        for (int i = 0; i < points.length; i++) {
            int c = points[i];
            first &= FIRST.indexOf(c) >= 0;
            switch (c) {
                case '\n' -> out.append("<br>");
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> {
                    if (MARKUP.indexOf(c) >= 0 || first && !Character.isDigit(c) || isMarkup(points, i)) {
                        out.append("&#").append(c).append(';');
                    } else {
                        append(out, c);
                    }
                }
            }
        }
        return out.toString();
    }

    /** Whether what stands around it makes it emphasis, or an address. */
    private static boolean isMarkup(int[] points, int index) {
        return switch (points[index]) {
            case '_' -> !(isWord(points, index - 1) && isWord(points, index + 1));
            case ':' ->
                index + 1 < points.length
                        && (points[index + 1] == '/' || isWord(points, index - 1) && isWord(points, index + 1));
            case '.' -> index > 2 && new String(points, index - 3, 3).equalsIgnoreCase("www");
            default -> false;
        };
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n");
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
