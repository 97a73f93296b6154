package io.github.schemasplit.names;

import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.sqltext.TextEdit;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a routine's text needs when the assignment's objects have moved.
 *
 * @param edits what makes every name that is clear stand for the same object after the move
 * @param named what moves and is named, each once
 * @param unclear what only a person can tell, in the order of the text
 */
public record RoutineReading(List<TextEdit> edits, Set<SchemaObject> named, List<UnclearName> unclear) {
    public RoutineReading {
        edits = List.copyOf(edits);
        named = Collections.unmodifiableSet(new LinkedHashSet<>(named));
        unclear = List.copyOf(unclear);
    }
}
