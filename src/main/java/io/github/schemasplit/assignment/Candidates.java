package io.github.schemasplit.assignment;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The objects that entries of one kind may name, by schema and name. */
final class Candidates {
    private final Map<Identifier, List<Candidate>> bySchema = new HashMap<>();
    private final Map<Identifier, Map<String, List<Candidate>>> byName = new HashMap<>();

    private final Scope scope;

    Candidates(List<Candidate> candidates, Scope scope) {
        this.scope = scope;
        for (Candidate candidate : candidates.stream().sorted().toList()) {
            Identifier schema = candidate.name().schema();
            Map<String, List<Candidate>> names = byName.get(schema);
            if (names == null) {
                names = new HashMap<>();
                byName.put(schema, names);
            }
            add(bySchema, schema, candidate);
            add(names, candidate.name().name().value(), candidate);
        }
    }

    private static <K> void add(Map<K, List<Candidate>> lists, K key, Candidate candidate) {
        List<Candidate> list = lists.get(key);
        if (list == null) {
            list = new ArrayList<>(1);
            lists.put(key, list);
        }
        list.add(candidate);
    }

    /** The objects of a schema that an exact entry names; of one with arguments, those whose it gives, or all. */
    List<Candidate> named(Identifier schema, MappingEntry entry) {
        List<Candidate> sameName =
                byName.getOrDefault(schema, Map.of()).getOrDefault(entry.name().exactName(), List.of());
        if (entry.arguments().isEmpty()) {
            return sameName;
        }
        List<Candidate> named = new ArrayList<>();
        List<Candidate> moved = new ArrayList<>();
        for (Candidate candidate : sameName) {
            if (hasArguments(candidate, entry, (written, actual) -> false)) {
                named.add(candidate);
            } else if (hasArguments(candidate, entry, this::mayHaveMoved)) {
                moved.add(candidate);
            }
        }
        return named.isEmpty() ? moved : named;
    }

    /** The objects of a schema that a glob matches and may move. */
    List<Candidate> matching(Identifier schema, MappingEntry glob) {
        Predicate<String> matcher = glob.name().matcher();
        List<Candidate> matching = new ArrayList<>();
        for (Candidate candidate : bySchema.getOrDefault(schema, List.of())) {
            if (candidate.forGlobs()
                    && matcher.test(candidate.name().name().value())
                    && hasArguments(candidate, glob, this::mayHaveMoved)) {
                matching.add(candidate);
            }
        }
        return matching;
    }

    private static boolean hasArguments(
            Candidate candidate, MappingEntry entry, BiPredicate<String, String> isSameSchema) {
        Optional<String> wanted = entry.arguments();
        return wanted.isEmpty()
                || ArgumentTypes.same(wanted.get(), candidate.object().arguments(), isSameSchema);
    }

    /** A type that the entry names in the source schema is in its target once it has moved. */
    private boolean mayHaveMoved(String written, String actual) {
        return scope.isSource(Identifier.of(written)) && scope.isTarget(Identifier.of(actual));
    }

    /** The names in a schema that an entry could have meant. */
    List<String> names(Identifier schema) {
        return bySchema.getOrDefault(schema, List.of()).stream()
                .filter(Candidate::isFree)
                .map(c -> c.name().name().value())
                .distinct()
                .toList();
    }
}
