package io.github.schemasplit.mapping;

import java.util.SortedSet;

/** A baseline as it is written: one line for each crossing, sorted, so that a diff says what has changed. */
public final class BaselineText {
    private static final String HEAD = """
            # What crosses from one schema of the mapping to another. schema:verify fails for what is not in here, and writes this file:
            # with -Dschema.baseline.update it removes what is gone, with -Dschema.baseline.update=all it adds what is new.
            """;

    private BaselineText() {}

    /** The same text for the same crossings. */
    public static String of(Baseline baseline) {
        StringBuilder text = new StringBuilder(HEAD)
                .append("version: ")
                .append(Baseline.VERSION)
                .append('\n');
        SortedSet<Crossing> sorted = baseline.crossings();
        for (CrossingKind kind : CrossingKind.values()) {
            String before = kind.key() + ":\n";
            for (Crossing crossing : sorted) {
                if (crossing.kind() == kind) {
                    text.append(before)
                            .append("  - ")
                            .append(scalar(crossing.text()))
                            .append('\n');
                    before = "";
                }
            }
        }
        return text.toString();
    }

    /** As YAML reads it back, on one line; without quotes where no name has any. */
    private static String scalar(String text) {
        if (text.indexOf('"') < 0) {
            return text;
        }
        return text.codePoints().allMatch(YamlWords::isPlain)
                ? "'" + text.replace("'", "''") + "'"
                : YamlWords.quoted(text);
    }
}
