package io.github.schemasplit.report;

/** Text of others on one line of a console. */
final class ConsoleText {
    private ConsoleText() {}

    /** On one line, and cut where it is longer. */
    static String shortened(String text, int longest) {
        String line = plain(text).strip().replaceAll("\\s+", " ");
        return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
    }

    /** Without what a terminal would obey or turn round: each is a blank. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
