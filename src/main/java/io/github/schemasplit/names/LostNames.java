package io.github.schemasplit.names;

import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sqltext.NamePart;
import io.github.schemasplit.sqltext.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares a database before and after a change: which names in the texts of routines stand for nothing any more. Unlike all else
 * here it knows both moments, so that it does without what is expected of a move.
 */
public final class LostNames {
    private final RoutineTexts before;
    private final RoutineTexts after;

    /**
     * @param before the texts of the database before the change
     * @param after those of the same database after it
     */
    public LostNames(RoutineTexts before, RoutineTexts after) {
        this.before = before;
        this.after = after;
    }

    /** The lost names of all routines but those of extensions, each once a routine. */
    public List<LostName> all() {
        Map<ObjectId, Routine> then = new HashMap<>();
        before.assignment().snapshot().all(Routine.class).forEach(routine -> then.put(routine.id(), routine));
        Snapshot now = after.assignment().snapshot();
        List<LostName> lost = new ArrayList<>();
        for (Routine routine : now.all(Routine.class)) {
            Routine old = then.get(routine.id());
            if (old != null && !now.isExtensionMember(routine.id())) {
                lost.addAll(in(routine, old));
            }
        }
        return List.copyOf(lost);
    }

    private List<LostName> in(Routine routine, Routine old) {
        List<Reference> references = after.references(routine).orElse(List.of());
        Set<Identifier> made = TextReader.made(references);
        Map<String, LostName> lost = new HashMap<>();
        List<LostName> inOrder = new ArrayList<>();
        for (Reference reference : references) {
            if (isUse(reference, made) && bearer(after, routine, reference).isEmpty()) {
                Optional<SchemaObject> bearer = bearer(before, old, reference);
                String name = reference.parts().stream()
                        .map(part -> part.identifier().sql())
                        .collect(Collectors.joining("."));
                if (bearer.isPresent() && !lost.containsKey(name)) {
                    LostName found = new LostName(
                            routine,
                            Lines.of(routine.source(), reference.start()),
                            name,
                            bearer.get().describe());
                    lost.put(name, found);
                    inOrder.add(found);
                }
            }
        }
        return inOrder;
    }

    private static boolean isUse(Reference reference, Set<Identifier> made) {
        for (NamePart part : reference.parts()) {
            if (part.isOpen()) {
                return false;
            }
        }
        return !reference.creates()
                && !(TextReader.isBare(reference)
                        && made.contains(
                                NameResolver.objectName(reference).get(0).identifier()));
    }

    private static Optional<SchemaObject> bearer(RoutineTexts texts, Routine routine, Reference reference) {
        for (List<Identifier> path : texts.paths(routine)) {
            List<SchemaObject> bearers = texts.resolver().bearers(reference, path);
            if (!bearers.isEmpty()) {
                return Optional.of(bearers.get(0));
            }
        }
        return Optional.empty();
    }
}
