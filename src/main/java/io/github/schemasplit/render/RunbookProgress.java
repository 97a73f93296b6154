package io.github.schemasplit.render;

import java.util.List;
import java.util.Optional;

/**
 * What is done already, each with its evidence.
 *
 * @param backup the last backup
 * @param rehearsal the last rehearsal; empty where what was said of one stays
 * @param rehearsed whether that found nothing against it
 * @param history what the journal tells, oldest first
 * @param migrated the migration that is in force
 * @param verification the last verification
 * @param verified whether that is of the last change, and found no error
 * @param contracted the end of old names
 */
public record RunbookProgress(
        Optional<String> backup,
        Optional<String> rehearsal,
        boolean rehearsed,
        List<String> history,
        Optional<String> migrated,
        Optional<String> verification,
        boolean verified,
        Optional<String> contracted) {
    /** Nothing is done. */
    public static final RunbookProgress NOTHING = new RunbookProgress(
            Optional.empty(),
            Optional.of(RunbookEvidence.NO_REHEARSAL),
            false,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty());

    public RunbookProgress {
        history = List.copyOf(history);
    }
}
