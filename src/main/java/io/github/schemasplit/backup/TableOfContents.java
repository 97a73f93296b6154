package io.github.schemasplit.backup;

import io.github.schemasplit.jdbc.DumpDependencies.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of contents of an archive, as {@code pg_restore --list} prints it. */
public final class TableOfContents {
    private static final Pattern LINE = Pattern.compile("\\d+; (\\d+) (\\d+) (.*)");

    /** The kinds of item whose names are more than a word; a kind that begins another comes after it. */
    private static final List<String> WORDS = List.of(
            "ACCESS METHOD",
            "BLOB COMMENTS",
            "BLOB METADATA",
            "DATABASE PROPERTIES",
            "DEFAULT ACL",
            "EVENT TRIGGER",
            "FK CONSTRAINT",
            "CHECK CONSTRAINT",
            "FOREIGN DATA WRAPPER",
            "FOREIGN SERVER",
            "FOREIGN TABLE",
            "INDEX ATTACH",
            "MATERIALIZED VIEW DATA",
            "MATERIALIZED VIEW",
            "OPERATOR CLASS",
            "OPERATOR FAMILY",
            "PROCEDURAL LANGUAGE",
            "PUBLICATION TABLES IN SCHEMA",
            "PUBLICATION TABLE",
            "ROW SECURITY",
            "SECURITY LABEL",
            "SEQUENCE OWNED BY",
            "SEQUENCE SET",
            "SHELL TYPE",
            "STATISTICS DATA",
            "SUBSCRIPTION TABLE",
            "TABLE ATTACH",
            "TABLE DATA",
            "TEXT SEARCH CONFIGURATION",
            "TEXT SEARCH DICTIONARY",
            "TEXT SEARCH PARSER",
            "TEXT SEARCH TEMPLATE",
            "USER MAPPING");

    private final List<Entry> entries;

    private TableOfContents(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * @param lines what the program printed
     */
    public static TableOfContents of(List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        for (String line : lines) {
            entry(line).ifPresent(entries::add);
        }
        return new TableOfContents(entries);
    }

    private static Optional<Entry> entry(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String rest = parts.group(3);
        String kind = WORDS.stream()
                .filter(words -> rest.startsWith(words + " "))
                .findFirst()
                .orElseGet(() -> rest.substring(0, Math.max(0, rest.indexOf(' '))));
        return Optional.of(new Entry(
                line,
                new Key(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))),
                kind,
                rest.substring(Math.min(rest.length(), kind.length() + 1))));
    }

    /** Its items, in their order. */
    public List<Entry> entries() {
        return entries;
    }

    /** Whether it has the rows of a table. */
    public boolean hasRows(String schema, String table) {
        // The program writes an item on a line, whatever its name.
        String start = (schema + " " + table + " ").replace('\n', ' ').replace('\r', ' ');
        return entries.stream()
                .anyMatch(e -> e.kind().equals("TABLE DATA") && e.name().startsWith(start));
    }

    /**
     * An item.
     *
     * @param line as it was printed
     * @param key what it makes; zeros for what is no object
     * @param kind such as {@code TABLE}
     * @param name its schema or {@code -}, its name and its owner
     */
    public record Entry(String line, Key key, String kind, String name) {}
}
