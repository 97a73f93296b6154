package io.github.schemasplit.report;

import java.util.List;

/**
 * A file of a data dictionary.
 *
 * @param name its name
 * @param text what is in it; lines end with a line feed
 */
public record DictionaryFile(String name, String text) {
    private static final String MARK = "Written by schema:document of schema-maven-plugin, which writes it again.";

    /** The line that says so in Markdown. */
    static final String MARKDOWN_MARK = "<!-- " + MARK + " -->";

    /** What says so in HTML. */
    static final String GENERATOR = MARK;

    private static final String HTML_MARK = "<meta name=\"generator\" content=\"" + GENERATOR + "\" />";

    /** The mark is among so many lines of HTML, and the first of Markdown. */
    private static final int FIRST_LINES = 20;

    /** Whether a file is one of a data dictionary, by its name and its mark; others are never touched. */
    public static boolean isOne(String name, List<String> lines) {
        String mark = name.endsWith(".md") ? MARKDOWN_MARK : HTML_MARK;
        int first = name.endsWith(".md") ? 1 : FIRST_LINES;
        return mayBeOne(name) && lines.stream().limit(first).anyMatch(line -> line.endsWith(mark));
    }

    /** Whether a file of that name may be one. */
    public static boolean mayBeOne(String name) {
        return name.endsWith(".md") || name.endsWith(".html");
    }
}
