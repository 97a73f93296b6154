package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.mapping.Nearest;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which entry has which object.
 *
 * <p>Entries speak of objects of the source schema, and of objects that are in the entry's target already, so that a half-moved
 * database is understood. An exact name that is in neither is looked for in the other target schemas: the mapping was changed
 * after the object had moved.
 */
final class Claims {
    private static final int SUGGESTIONS = 3;

    private final Scope scope;
    private final Candidates candidates;
    private final Problems problems;
    private final Map<ObjectId, MappingEntry> exact = new LinkedHashMap<>();
    private final Map<ObjectId, MappingEntry> byGlob = new LinkedHashMap<>();
    private final Map<ObjectId, SchemaObject> objects = new LinkedHashMap<>();
    private final Set<ObjectId> contested = new HashSet<>();

    /**
     * @param entries all entries of one kind
     * @param candidates what entries of that kind may name
     */
    Claims(List<MappingEntry> entries, Scope scope, Candidates candidates, Problems problems) {
        this.scope = scope;
        this.candidates = candidates;
        this.problems = problems;
        List<MappingEntry> globs = new ArrayList<>();
        for (MappingEntry entry : entries) {
            if (entry.isGlob()) {
                globs.add(entry);
            } else {
                claimByName(entry);
            }
        }
        for (MappingEntry glob : globs) {
            claimByGlob(glob);
        }
    }

    /** The objects that entries have, those that two entries quarrel about left out. */
    List<SchemaObject> objects() {
        List<SchemaObject> had = new ArrayList<>();
        for (SchemaObject object : objects.values()) {
            if (!contested.contains(object.id())) {
                had.add(object);
            }
        }
        return had;
    }

    /** The entry that has the object; none when two entries quarrel about it. */
    Optional<MappingEntry> of(ObjectId object) {
        return exact.containsKey(object) || contested.contains(object)
                ? exactly(object)
                : Optional.ofNullable(byGlob.get(object));
    }

    /** The entry that names the object, wildcards aside. */
    Optional<MappingEntry> exactly(ObjectId object) {
        return contested.contains(object) ? Optional.empty() : Optional.ofNullable(exact.get(object));
    }

    /** Whether entries of different target schemas want the object. */
    boolean isContested(ObjectId object) {
        return contested.contains(object);
    }

    private void claimByName(MappingEntry entry) {
        List<Candidate> hits = hits(entry);
        List<Candidate> free = new ArrayList<>();
        for (Candidate hit : hits) {
            if (hit.isFree()) {
                free.add(hit);
            }
        }
        if (hits.isEmpty()) {
            problems.notFound(entry, nearest(entry));
        } else if (free.isEmpty()) {
            problems.cannotMove(
                    entry, hits.get(0).object(), hits.get(0).obstacle().orElseThrow());
        } else if (entry.kind().hasArguments() && isAmbiguous(entry, free)) {
            problems.cannotMove(entry, free.get(0).object(), overloads(free));
        } else {
            for (Candidate candidate : free) {
                claim(exact, entry, candidate);
            }
        }
    }

    private List<Candidate> hits(MappingEntry entry) {
        List<Candidate> hits = new ArrayList<>();
        for (Identifier schema : here(entry)) {
            hits.addAll(candidates.named(schema, entry));
        }
        return hits.isEmpty() ? hitsElsewhere(entry) : hits;
    }

    private List<Candidate> hitsElsewhere(MappingEntry entry) {
        for (TargetSchema target : scope.mapping().targets()) {
            List<Candidate> hits = candidates.named(target.name().value(), entry);
            if (!hits.isEmpty()) {
                return hits;
            }
        }
        return List.of();
    }

    private void claimByGlob(MappingEntry entry) {
        List<Candidate> hits = new ArrayList<>();
        for (Identifier schema : here(entry)) {
            hits.addAll(candidates.matching(schema, entry));
        }
        if (hits.isEmpty()) {
            problems.matchesNothing(entry);
        }
        for (Candidate hit : hits) {
            if (!exact.containsKey(hit.object().id())) {
                claim(byGlob, entry, hit);
            }
        }
    }

    private List<Identifier> here(MappingEntry entry) {
        return scope.isSource(entry.target()) ? List.of(entry.target()) : List.of(scope.source(), entry.target());
    }

    private void claim(Map<ObjectId, MappingEntry> claims, MappingEntry entry, Candidate candidate) {
        SchemaObject object = candidate.object();
        objects.put(object.id(), object);
        MappingEntry other = claims.putIfAbsent(object.id(), entry);
        if (other == null) {
            return;
        }
        boolean quarrel = !other.target().equals(entry.target());
        if (quarrel) {
            contested.add(object.id());
        }
        if (quarrel || !entry.isGlob()) {
            problems.namedTwice(entry, other, object);
        }
    }

    /** Whether it is open which one is to move; what is in its target already stays there, all of that name. */
    private static boolean isAmbiguous(MappingEntry entry, List<Candidate> hits) {
        Set<Identifier> schemas = new HashSet<>();
        for (Candidate hit : hits) {
            if (!hit.name().schema().equals(entry.target())
                    && !schemas.add(hit.name().schema())) {
                return true;
            }
        }
        return false;
    }

    private static String overloads(List<Candidate> hits) {
        return hits.stream()
                .map(candidate -> "'" + Signature.of(candidate.object()) + "'")
                .collect(Collectors.joining(", ", "there are several of that name: write ", " with its arguments"));
    }

    private List<String> nearest(MappingEntry entry) {
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(
                        here(entry).stream(),
                        scope.mapping().targets().stream()
                                .map(TargetSchema::name)
                                .map(n -> n.value()))
                .forEach(schema -> names.addAll(candidates.names(schema)));
        return Nearest.to(entry.name().exactName(), names, SUGGESTIONS);
    }
}
