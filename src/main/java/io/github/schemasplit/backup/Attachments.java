package io.github.schemasplit.backup;

import io.github.schemasplit.backup.TableOfContents.Entry;
import io.github.schemasplit.jdbc.DumpDependencies.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The items of an archive that are no objects, such as rows, privileges and comments: whose they are is known by their names alone.
 *
 * @param objects the items that are objects, by kind and name; the names without quotation marks, which some items have and others
 *     have not
 */
record Attachments(Map<String, Key> objects) {
    /** A part of a relation is called by the relation's name and its own, and by a comment the other way around. */
    private static final Pattern PART =
            Pattern.compile("(\\S+) (?:CONSTRAINT|TRIGGER|POLICY|RULE) (.*) ON (\\S+) (.*)");

    private static final Pattern COLUMN = Pattern.compile("(\\S+) COLUMN (\\S+?)\\.(\\S+) (.*)");
    private static final Pattern OBJECT = Pattern.compile(
            "(\\S+) (?:SCHEMA|TABLE|VIEW|MATERIALIZED VIEW|FOREIGN TABLE|SEQUENCE|FUNCTION|PROCEDURE|AGGREGATE|TYPE|DOMAIN"
                    + "|EXTENSION|INDEX|STATISTICS|COLLATION|OPERATOR|LANGUAGE|SERVER) (.*)");

    private static final Pattern ROUTINE = Pattern.compile("(\\S+ .*?)\\((.*)\\)( .*)?");

    private static final List<String> ROUTINES = List.of("FUNCTION", "PROCEDURE", "AGGREGATE");

    private static final List<String> RELATIONS =
            List.of("TABLE", "VIEW", "MATERIALIZED VIEW", "FOREIGN TABLE", "SEQUENCE");

    private static final List<String> KINDS = List.of(
            "SCHEMA",
            "FUNCTION",
            "PROCEDURE",
            "AGGREGATE",
            "TYPE",
            "DOMAIN",
            "EXTENSION",
            "INDEX",
            "STATISTICS",
            "COLLATION",
            "OPERATOR",
            "PROCEDURAL LANGUAGE",
            "SERVER",
            "CONSTRAINT",
            "FK CONSTRAINT",
            "CHECK CONSTRAINT",
            "TRIGGER",
            "POLICY",
            "RULE");

    /** The kind and the name of an item, as it is found. */
    static String text(Entry entry) {
        return entry.kind() + " " + withoutQuotes(entry.name());
    }

    private static String withoutQuotes(String name) {
        return name.replace("\"", "");
    }

    /** The object that an item belongs to. */
    Optional<Key> whole(Entry entry) {
        return whole(withoutQuotes(entry.name()));
    }

    private Optional<Key> whole(String text) {
        Optional<Key> sameName = find(text, RELATIONS);
        if (sameName.isPresent()) {
            return sameName;
        }
        Matcher part = PART.matcher(text);
        if (part.matches()) {
            return find(part.group(1) + " " + part.group(3) + " " + part.group(2) + " " + part.group(4), KINDS);
        }
        Matcher column = COLUMN.matcher(text);
        if (column.matches()) {
            return find(column.group(1) + " " + column.group(2) + " " + column.group(4), RELATIONS);
        }
        Matcher object = OBJECT.matcher(text);
        if (object.matches()) {
            String name = object.group(1) + " " + object.group(2);
            Optional<Key> relation = find(name, RELATIONS);
            Optional<Key> found = relation.isPresent() ? relation : find(name, KINDS);
            return found.isPresent() ? found : routine(name);
        }
        return Optional.empty();
    }

    /** A routine is called by the types of its arguments, and by a comment by their names, too. */
    private Optional<Key> routine(String name) {
        Matcher called = ROUTINE.matcher(name);
        if (!called.matches()) {
            return Optional.empty();
        }
        for (Map.Entry<String, Key> object : objects.entrySet()) {
            for (String kind : ROUTINES) {
                if (object.getKey().startsWith(kind + " " + called.group(1) + "(")) {
                    Matcher there = ROUTINE.matcher(object.getKey().substring(kind.length() + 1));
                    if (there.matches()
                            && there.group(3).equals(called.group(3))
                            && areNamed(
                                    called.group(2).split(", "), there.group(2).split(", "))) {
                        return Optional.of(object.getValue());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean areNamed(String[] arguments, String[] types) {
        boolean same = arguments.length == types.length;
        for (int i = 0; same && i < types.length; i++) {
            same = arguments[i].equals(types[i]) || arguments[i].endsWith(" " + types[i]);
        }
        return same;
    }

    private Optional<Key> find(String name, List<String> kinds) {
        for (String kind : kinds) {
            Key key = objects.get(kind + " " + name);
            if (key != null) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }
}
