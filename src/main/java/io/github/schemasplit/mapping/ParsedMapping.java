package io.github.schemasplit.mapping;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a mapping.
 *
 * @param mapping the mapping; empty exactly when there are problems
 * @param problems everything that is wrong with it, in the order of the files
 * @param notes what the user should know although nothing is wrong, each a sentence
 */
public record ParsedMapping(Optional<Mapping> mapping, List<MappingProblem> problems, List<String> notes) {
    public ParsedMapping {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
        if (mapping.isPresent() != problems.isEmpty()) {
            throw new IllegalArgumentException("a mapping has either a value or problems: " + problems);
        }
    }

    /** The same, of whose crossings some are known. */
    public ParsedMapping with(Optional<Baseline> known) {
        return new ParsedMapping(mapping.map(m -> m.with(known)), problems, notes);
    }

    /** Every value with where it was written, one a line as {@code name = value (origin)}; nothing when there are problems. */
    public List<String> origins() {
        return mapping.map(MappingOrigins::lines).orElse(List.of());
    }
}
