package io.github.schemasplit.names;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Trigger;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.SearchPath;
import io.github.schemasplit.sqltext.Reference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The routines that another may call, as far as its text tells, directly or through each other, and that have no search_path of their
 * own: those that it names, and those of the triggers on the tables that it names. Text that is put together as it runs tells nothing.
 */
final class CalledRoutines {
    private final Snapshot snapshot;
    private final RoutineTexts texts;
    private final NameResolver resolver;
    private final Map<Long, List<Long>> triggers = new HashMap<>();
    private final Map<ObjectId, List<Reference>> references = new HashMap<>();

    CalledRoutines(Snapshot snapshot, RoutineTexts texts, NameResolver resolver) {
        this.snapshot = snapshot;
        this.texts = texts;
        this.resolver = resolver;
        for (Trigger trigger : snapshot.all(Trigger.class)) {
            triggers.computeIfAbsent(trigger.relation(), r -> new ArrayList<>()).add(trigger.routine());
        }
    }

    /**
     * @param paths the schemas in which names are looked for, by the path that the first routine runs with
     */
    List<Routine> by(Routine routine, Set<List<Identifier>> paths) {
        Map<ObjectId, Routine> found = new LinkedHashMap<>();
        Deque<Routine> open = new ArrayDeque<>(List.of(routine));
        while (!open.isEmpty()) {
            for (Reference reference : references(open.remove())) {
                for (List<Identifier> path : paths) {
                    for (SchemaObject bearer : resolver.bearers(reference, path)) {
                        for (Routine called : calledBy(bearer)) {
                            if (!called.id().equals(routine.id())
                                    && SearchPath.in(called.settings()).isEmpty()
                                    && found.putIfAbsent(called.id(), called) == null) {
                                open.add(called);
                            }
                        }
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }

    private List<Routine> calledBy(SchemaObject bearer) {
        if (bearer instanceof Routine routine) {
            return List.of(routine);
        }
        if (!(bearer instanceof Relation relation)) {
            return List.of();
        }
        return triggers.getOrDefault(relation.oid(), List.of()).stream()
                .map(oid -> snapshot.find(new ObjectId(Catalog.PG_PROC, oid)))
                .flatMap(found -> found.stream().map(Routine.class::cast))
                .toList();
    }

    /** The names in a routine's text that stand for what a path finds. */
    List<Reference> bareNames(Routine routine) {
        return references(routine).stream()
                .filter(reference -> !reference.creates() && TextReader.isBare(reference))
                .toList();
    }

    private List<Reference> references(Routine routine) {
        return references.computeIfAbsent(
                routine.id(), id -> texts.references(routine).orElse(List.of()));
    }
}
