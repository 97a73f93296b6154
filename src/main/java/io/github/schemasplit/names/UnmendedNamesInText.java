package io.github.schemasplit.names;

import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Routine;
import java.util.List;
import java.util.Set;

/**
 * What a text names that moves, as far as it goes on to name it so.
 *
 * @param names the names, in the order of the text
 * @param called the routines that it may call
 * @param got the relations of which these return rows
 * @param result the relations of which a row, or rows, is what the text itself is to yield
 */
public record UnmendedNamesInText(
        List<UnmendedName> names, Set<Routine> called, Set<Relation> got, Set<Relation> result) {
    public UnmendedNamesInText {
        names = List.copyOf(names);
        called = Set.copyOf(called);
        got = Set.copyOf(got);
        result = Set.copyOf(result);
    }
}
