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
 * @param objects the items that are objects, by kind and name
 */
record Attachments(Map<String, Key> objects) {
    /** A part of a relation is called by the relation's name and its own, and by a comment the other way around. */
    private static final Pattern PART = Pattern.compile("(\\S+) (?:CONSTRAINT|TRIGGER|POLICY|RULE) (.*) ON (\\S+) (.*)");

    private static final Pattern COLUMN = Pattern.compile("(\\S+) COLUMN (\\S+?)\\.(\\S+) (.*)");
    private static final Pattern OBJECT = Pattern.compile(
            "(\\S+) (?:SCHEMA|TABLE|VIEW|MATERIALIZED VIEW|FOREIGN TABLE|SEQUENCE|FUNCTION|PROCEDURE|AGGREGATE|TYPE|DOMAIN"
                    + "|EXTENSION|INDEX|STATISTICS|COLLATION|OPERATOR|LANGUAGE|SERVER) (.*)");

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

    /** The object that an item belongs to. */
    Optional<Key> whole(Entry entry) {
        Optional<Key> sameName = find(entry.name(), RELATIONS);
        if (sameName.isPresent()) {
            return sameName;
        }
        Matcher part = PART.matcher(entry.name());
        if (part.matches()) {
            return find(part.group(1) + " " + part.group(3) + " " + part.group(2) + " " + part.group(4), KINDS);
        }
        Matcher column = COLUMN.matcher(entry.name());
        if (column.matches()) {
            return find(column.group(1) + " " + column.group(2) + " " + column.group(4), RELATIONS);
        }
        Matcher object = OBJECT.matcher(entry.name());
        if (object.matches()) {
            String name = object.group(1) + " " + object.group(2);
            Optional<Key> relation = find(name, RELATIONS);
            return relation.isPresent() ? relation : find(name, KINDS);
        }
        return Optional.empty();
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
