package io.github.schemasplit.render;

/** Texts in Markdown: whatever they hold, they are shown as they are and stay in their line and their cell. */
final class Markdown {
    private static final String SPECIAL = "\\`*[]<>#|~!";

    private Markdown() {}

    /** Prose. */
    static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        int[] points = visible(text).codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            boolean special = SPECIAL.indexOf(points[i]) >= 0
                    || points[i] == '&'
                    // Within a word it is only itself.
                    || points[i] == '_' && !(isWord(points, i - 1) && isWord(points, i + 1));
            if (special) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(points[i]);
        }
        return escaped.toString();
    }

    /** A name or a command, in a fixed width. */
    static String code(String text) {
        String shown = visible(text);
        int longest = 0;
        int run = 0;
        for (int i = 0; i < shown.length(); i++) {
            run = shown.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        String blank = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
        return fence + blank + shown + blank + fence;
    }

    /** A name or a command in a cell of a table. */
    static String codeCell(String text) {
        return code(text).replace("|", "\\|");
    }

    private static boolean isWord(int[] points, int index) {
        return index >= 0 && index < points.length && Character.isLetterOrDigit(points[index]);
    }

    private static String visible(String text) {
        return Comment.visible(text);
    }
}
