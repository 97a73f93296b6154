package io.github.schemasplit.sourcecode;

import java.util.Comparator;
import java.util.Optional;

/**
 * A place in the sources that names what moves.
 *
 * @param file the file, from the root of the tree, with {@code /}
 * @param line the line, from 1
 * @param column the column, from 1, in UTF-16 units
 * @param object what is named, as it is called before the move: {@code public.orders}
 * @param target the schema it goes to
 * @param kind how it is named
 * @param action what is done about it
 * @param reason why; for a report, what a person has to know
 * @param replacement what is written there; nothing in a report
 */
public record SourceReference(
        String file,
        int line,
        int column,
        String object,
        String target,
        Kind kind,
        Action action,
        String reason,
        Optional<String> replacement)
        implements Comparable<SourceReference> {
    private static final Comparator<SourceReference> ORDER = Comparator.comparing(SourceReference::file)
            .thenComparingInt(SourceReference::line)
            .thenComparingInt(SourceReference::column)
            .thenComparing(SourceReference::object)
            .thenComparing(SourceReference::target)
            .thenComparing(SourceReference::action)
            .thenComparing(SourceReference::reason);

    /** How something is named. */
    public enum Kind {
        /** In SQL. */
        SQL,
        /** In the mapping of a class to a table. */
        MAPPING,
        /** In a call of a library that makes SQL or requests of it. */
        CALL,
        /** In a type that is generated from the database. */
        TYPE,
        /** In a setting. */
        SETTING,
        /** In a file that is not edited: a migration that may have run, or what is generated. */
        UNTOUCHED
    }

    /** What is done about it. */
    public enum Action {
        /** It is certain, and written anew. */
        EDIT,
        /** A person has to look. */
        REPORT
    }

    @Override
    public int compareTo(SourceReference other) {
        return ORDER.compare(this, other);
    }
}
