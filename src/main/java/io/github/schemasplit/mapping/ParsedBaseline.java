package io.github.schemasplit.mapping;

import java.util.List;
import java.util.Optional;

/**
 * A baseline, or what is wrong with it.
 *
 * @param baseline the baseline; empty when there are problems
 * @param problems everything that is wrong with it, in the order of the file
 */
public record ParsedBaseline(Optional<Baseline> baseline, List<MappingProblem> problems) {
    public ParsedBaseline {
        problems = List.copyOf(problems);
        if (baseline.isPresent() != problems.isEmpty()) {
            throw new IllegalArgumentException("a baseline has either a value or problems: " + problems);
        }
    }
}
