package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.plan.Plan;
import java.util.Optional;
import java.util.UUID;

/**
 * What a client has to say about a change that it made, for the journal.
 *
 * @param id made by the client, so that it can look for the entry when it lost the answer to its COMMIT
 * @param action what was done
 * @param rolledBack for a rollback, the entry that it took back
 * @param batch its place among the batches of its migration
 * @param pluginVersion this plugin's version
 * @param mapping the mapping that the plan was made for, in its canonical text
 * @param plan what was carried out
 * @param fingerprint of what the plan was made from, as the guard has it
 * @param before the states of all objects before; they are long, so only the first batch of a migration has them
 */
public record JournalDraft(
        UUID id,
        JournalAction action,
        Optional<UUID> rolledBack,
        JournalBatch batch,
        String pluginVersion,
        String mapping,
        Plan plan,
        String fingerprint,
        Optional<ObjectStates> before) {
    public JournalDraft {
        if (rolledBack.isPresent() != (action == JournalAction.ROLLBACK)) {
            throw new IllegalArgumentException("a rollback, and nothing else, names the entry that it took back");
        }
    }
}
