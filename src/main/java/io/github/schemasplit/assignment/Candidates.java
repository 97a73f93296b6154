package io.github.schemasplit.assignment;

import io.github.schemasplit.mapping.NamePattern;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The objects that entries of one kind may name, by schema and name. */
final class Candidates {
    private final Map<Identifier, List<Candidate>> bySchema = new HashMap<>();
    private final Map<Identifier, Map<String, List<Candidate>>> byName = new HashMap<>();

    Candidates(List<Candidate> candidates) {
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

    /** The objects of a schema that an exact entry names; of a routine, those whose arguments it gives, or all. */
    List<Candidate> named(Identifier schema, MappingEntry entry) {
        String text = entry.pattern().value().exactName();
        List<Candidate> sameName = byName.getOrDefault(schema, Map.of()).getOrDefault(text, List.of());
        if (!sameName.isEmpty() || entry.kind() != EntryKind.ROUTINES) {
            return sameName;
        }
        List<Candidate> named = new ArrayList<>();
        for (Candidate candidate : bySchema.getOrDefault(schema, List.of())) {
            if (Signature.isNamedBy(candidate.object(), text)) {
                named.add(candidate);
            }
        }
        return named;
    }

    /** The objects of a schema that a glob matches and may move. */
    List<Candidate> matching(Identifier schema, NamePattern glob) {
        Predicate<String> matcher = glob.matcher();
        List<Candidate> matching = new ArrayList<>();
        for (Candidate candidate : bySchema.getOrDefault(schema, List.of())) {
            if (candidate.forGlobs() && matcher.test(candidate.name().name().value())) {
                matching.add(candidate);
            }
        }
        return matching;
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
