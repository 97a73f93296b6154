package io.github.schemasplit.backup;

import java.util.Optional;

/**
 * Finds what copies databases.
 *
 * @param programs where to look for the programs
 */
public record CopierFinder(ProgramFinder programs) {
    /**
     * What copies databases of a server to servers of the same major version.
     *
     * @throws NoClientProgramsException when there are no programs that do
     */
    public Copier find(int major) {
        ClientPrograms dump = programs.toDump(major);
        return new Copier(dump, programs.toRestore(dump.major(), major));
    }

    /** The same; empty when there are no programs that do. */
    public Optional<Copier> findIfThereIs(int major) {
        try {
            return Optional.of(find(major));
        } catch (NoClientProgramsException e) {
            return Optional.empty();
        }
    }
}
