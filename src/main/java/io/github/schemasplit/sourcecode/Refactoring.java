package io.github.schemasplit.sourcecode;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * What the sources name of what moves.
 *
 * @param references where, in the order of files and lines
 * @param files the files that they are in
 * @param lookedAt how many files were read
 * @param notLookedAt the files that were not, by why
 * @param folder the way from the top of the repository around to the folder that the sources are in, with {@code /} at its end; empty where
 *     it is the top, or in no repository
 */
public record Refactoring(
        List<SourceReference> references,
        ReadSources files,
        int lookedAt,
        List<NotLookedAt> notLookedAt,
        String folder) {
    public Refactoring {
        references = List.copyOf(references);
        notLookedAt = List.copyOf(notLookedAt);
    }

    /**
     * Files that were not read.
     *
     * @param why what they are, or what is in the way
     * @param files how many
     * @param naming how many of them hold a word that is the name of something that moves, as far as that could be told
     * @param example one of them, of those if there is one
     */
    public record NotLookedAt(String why, int files, int naming, String example) {
        /** Whether one of them may name what moves, for all that is known: of what cannot be read nothing is. */
        public boolean mayName() {
            return naming > 0
                    || Arrays.stream(Language.values()).noneMatch(l -> l.title().equals(why));
        }
    }

    /** The references that are certain. */
    public List<SourceReference> edits() {
        return references.stream()
                .filter(r -> r.action() == SourceReference.Action.EDIT)
                .toList();
    }

    /** The references that a person has to look at. */
    public List<SourceReference> reports() {
        return references.stream()
                .filter(r -> r.action() == SourceReference.Action.REPORT)
                .toList();
    }

    /**
     * Writes the edits as {@code git apply} takes them anywhere in the repository; nothing where there are none.
     *
     * @throws SourceChangedException when a file is not as it was, or cannot be read any more
     * @throws IOException when {@code out} takes no more
     */
    public void patch(OutputStream out) throws IOException {
        files.patch(out, folder);
    }

    /**
     * Makes the edits in the files, all of them or none.
     *
     * @throws IOException when a file is read-only, was changed meanwhile, or cannot be written
     */
    public void apply() throws IOException {
        files.apply();
    }
}
