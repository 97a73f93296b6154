package io.github.schemasplit.jdbc;

import io.github.schemasplit.plan.Plan;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One batch of a migration, or its rollback, as the journal tells of it; most migrations have one batch. The states of the objects are read apart, since they are long.
 *
 * @param id its identity
 * @param number its place in the history, from 1
 * @param action what was done
 * @param rolledBack for a rollback, the entry that it took back
 * @param batch its place among the batches of its migration
 * @param appliedAt when, by the server's clock
 * @param appliedBy the role that had logged in
 * @param pluginVersion the plugin's version
 * @param serverVersion the server's version
 * @param mapping the mapping that the plan was made for, in its canonical text
 * @param plan what was carried out
 * @param fingerprint of what the plan was made from, as the guard has it
 * @param restored whether the journal's table has another OID than when it was written: then the database was restored from a
 *     dump, and all OIDs of the plan and the states are those of another one; a copy and an upgraded database keep that OID. Never so
 *     of an entry of format 1, which does not tell
 * @param letGo whether its plan is gone, since nobody was to need it any more; it has no operations then
 * @param endedOldNames of one whose plan is gone: whether all that it did was to end old names, as {@code schema:contract} does
 */
public record JournalEntry(
        UUID id,
        int number,
        JournalAction action,
        Optional<UUID> rolledBack,
        JournalBatch batch,
        Instant appliedAt,
        String appliedBy,
        String pluginVersion,
        String serverVersion,
        String mapping,
        Plan plan,
        String fingerprint,
        boolean restored,
        boolean letGo,
        boolean endedOldNames) {
    /** The server's major version, such as 15. */
    public int serverMajor() {
        return Integer.parseInt(serverVersion.split("\\D", 2)[0]);
    }
}
