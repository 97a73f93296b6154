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
            bySchema.computeIfAbsent(schema, s -> new ArrayList<>()).add(candidate);
            byName.computeIfAbsent(schema, s -> new HashMap<>())
                    .computeIfAbsent(candidate.name().name().value(), n -> new ArrayList<>(1))
                    .add(candidate);
        }
    }

    /** The objects of a schema that an exact entry names; of a routine, those whose arguments it gives, or all. */
    List<Candidate> named(Identifier schema, MappingEntry entry) {
        String text = entry.pattern().value().exactName();
        List<Candidate> sameName = byName.getOrDefault(schema, Map.of()).getOrDefault(text, List.of());
        if (!sameName.isEmpty() || entry.kind() != EntryKind.ROUTINES) {
            return sameName;
        }
        return bySchema.getOrDefault(schema, List.of()).stream()
                .filter(c -> Signature.isNamedBy(c.object(), text))
                .toList();
    }

    /** The objects of a schema that a glob matches and may move. */
    List<Candidate> matching(Identifier schema, NamePattern glob) {
        Predicate<String> matcher = glob.matcher();
        return bySchema.getOrDefault(schema, List.of()).stream()
                .filter(c -> c.forGlobs() && matcher.test(c.name().name().value()))
                .toList();
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
