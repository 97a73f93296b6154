package io.github.schemasplit.usecase;

import java.time.Duration;

/** Waits for others. */
final class Waiting {
    private Waiting() {}

    /**
     * @throws GoalStoppedException when somebody interrupts it
     */
    static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GoalStoppedException("Interrupted while waiting for others. Nothing was changed.");
        }
    }
}
