package io.github.schemasplit.report;

/** Text of others on one line of a console. */
final class ConsoleText {
    private ConsoleText() {}

    /** Without line ends and what a terminal would obey, and cut where it is longer. */
    static String shortened(String text, int longest) {
        String line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
    }
}
