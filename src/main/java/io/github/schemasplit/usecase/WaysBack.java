package io.github.schemasplit.usecase;

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
        Optional<String> backup = Evidence.of(workplace, backups).backup(Optional.empty());
        return List.of(
                "  schema:rollback  its exact inverse, from the journal"
                        + keepFor.map(time -> ", which holds it for " + Lengths.rough(time) + " at least")
                                .orElse("")
                        + "; rows written since are kept.",
                "  schema:restore   "
                        + backup.map(b -> "the backup " + b
                                        + ", into an empty database; rows written since that are lost.")
                                .orElse("not possible: there is no backup in " + backups
                                        + ". schema:backup makes one, before a migration."));
    }
}
