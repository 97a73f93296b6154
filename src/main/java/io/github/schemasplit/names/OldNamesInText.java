package io.github.schemasplit.names;

import io.github.schemasplit.catalog.Routine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a text names that moves, as far as it goes on to name it so.
 *
 * @param names the names, in the order of the text
 * @param called the routines that it may call
 */
public record OldNamesInText(List<OldName> names, Set<Routine> called) {
    public OldNamesInText {
        names = List.copyOf(names);
        called = Set.copyOf(new LinkedHashSet<>(called));
    }
}
