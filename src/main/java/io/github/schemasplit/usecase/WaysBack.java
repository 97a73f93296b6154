package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.ConnectionFailedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The two ways to take back a migration that was just made, side by side. */
public final class WaysBack {
    private WaysBack() {}

    /**
     * A line for each.
     *
     * @param backups where {@code schema:backup} writes
     * @param keepFor how long the journal holds what a rollback needs; for ever where it is empty
     */
    public static List<String> lines(Workplace workplace, Path backups, Optional<Duration> keepFor) {
        return List.of(
                "  schema:rollback  its exact inverse, from the journal"
                        + keepFor.map(time -> ", which holds it for " + Lengths.rough(time) + " at least")
                                .orElse("")
                        + "; rows written since are kept.",
                "  schema:restore   " + restore(workplace, backups));
    }

    /** The migration is made, whatever becomes of this; where there are no backups, the database is not asked which one it is. */
    private static String restore(Workplace workplace, Path backups) {
        try {
            Optional<String> backup = BackupEvidence.manifests(backups).isEmpty()
                    ? Optional.empty()
                    : Evidence.of(workplace, backups).backup(Optional.empty());
            return backup.map(b -> "the backup " + b + ", into an empty database; rows written since that are lost.")
                    .orElse("not possible: there is no backup of this database in " + backups
                            + ". schema:backup makes one, before a migration.");
        } catch (GoalFailedException | ConnectionFailedException e) {
            return "whether there is a backup of this database in " + backups + " can not be said, for it can not be"
                    + " reached any more.";
        }
    }
}
