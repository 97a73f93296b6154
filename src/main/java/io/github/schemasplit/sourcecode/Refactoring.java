package io.github.schemasplit.sourcecode;

import java.util.List;

/**
 * What the sources name of what moves.
 *
 * @param references where, in the order of files and lines
 * @param changed the files with all edits made
 * @param lookedAt how many files were read
 * @param notLookedAt the files that were not, by why
 */
public record Refactoring(
        List<SourceReference> references, List<ChangedFile> changed, int lookedAt, List<NotLookedAt> notLookedAt) {
    public Refactoring {
        references = List.copyOf(references);
        changed = List.copyOf(changed);
        notLookedAt = List.copyOf(notLookedAt);
    }

    /**
     * Files that were not read.
     *
     * @param why what they are, or what is in the way
     * @param files how many
     * @param example one of them
     */
    public record NotLookedAt(String why, int files, String example) {}
}
