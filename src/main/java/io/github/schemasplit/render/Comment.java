package io.github.schemasplit.render;

/**
 * A comment of one line. Whatever its text holds, the line does not end before it should, and it reads as it is: control and
 * format characters (line ends, those that turn the writing direction) stand as {@code \}{@code uXXXX}.
 *
 * @param text the text, names of objects and all
 */
record Comment(String text) {
    String sql() {
        return "-- " + visible(text);
    }

    /** A text of one line that reads as it is. */
    static String visible(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isVisible(c)) {
                line.appendCodePoint(c);
            } else {
                line.append(String.format("\\u%04X", c));
            }
        });
        return line.toString();
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
