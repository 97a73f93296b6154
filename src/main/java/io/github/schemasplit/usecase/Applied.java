package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.jdbc.Shut;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * A change that was made.
 *
 * @param entry its entry in the journal
 * @param attempts how many attempts it took
 * @param failed how long each attempt took that others were in the way of; nothing was shut for longer by it
 * @param shut for how long each relation was shut, in the attempt that went through; empty when the answer was lost
 * @param doubts what was not as planned when it was looked at after COMMIT: others' work, since the audit before passed
 */
public record Applied(UUID entry, int attempts, List<Duration> failed, List<Shut> shut, List<Finding> doubts) {
    public Applied {
        failed = List.copyOf(failed);
        shut = List.copyOf(shut);
        doubts = List.copyOf(doubts);
    }
}
