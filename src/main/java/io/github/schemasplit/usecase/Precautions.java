package io.github.schemasplit.usecase;

import java.util.Optional;

/**
 * What there must be before a migration changes anything.
 *
 * @param backup which backup
 * @param rehearsal a rehearsal of exactly what it is to do; looked for before the backup is made
 */
public record Precautions(BackupPolicy backup, Optional<RequiredRehearsal> rehearsal) {
    /** Nothing is asked for. */
    public static final Precautions NONE = new Precautions(BackupPolicy.NONE, Optional.empty());
}
