package io.github.schemasplit.mapping;

import java.util.List;
import java.util.Optional;

/**
 * What was read from one source.
 *
 * @param root the tree; empty when the source could not be read as one
 * @param problems what is wrong with the writing of it; never empty when there is no tree
 */
public record MappingTree(Optional<MappingNode> root, List<MappingProblem> problems) {
    public MappingTree {
        problems = List.copyOf(problems);
        if (root.isEmpty() && problems.isEmpty()) {
            throw new IllegalArgumentException("a source gives a tree or a problem");
        }
    }

    /** Nothing but the reason why. */
    static MappingTree unreadable(MappingProblem problem) {
        return new MappingTree(Optional.empty(), List.of(problem));
    }
}
