package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.CommitUnknownException;
import io.github.schemasplit.jdbc.ConnectionFailedException;
import io.github.schemasplit.jdbc.Journal;
import io.github.schemasplit.jdbc.RunLock;
import java.time.Duration;

/**
 * Finds out whether a change was made whose answer was lost. The server may still be at it, or not have begun; once
 * the process that was sent it has ended and the advisory lock is free it is not, and the journal knows.
 */
final class LostAnswer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private LostAnswer() {}

    /**
     * Returns when the change was made.
     *
     * @throws GoalFailedException when it was not
     * @throws CommitUnknownException when the server is not to be reached for long
     */
    static void requireMade(Workplace workplace, CommitUnknownException lost) {
        if (!isMade(workplace, lost)) {
            throw new GoalFailedException(
                    "The connection was lost. Nothing was changed: the journal has no entry of it. Run the goal again.",
                    lost);
        }
    }

    private static boolean isMade(Workplace workplace, CommitUnknownException lost) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return Session.run(workplace, false, ChangeListener.NONE, connection -> {
                    RunLock.awaitEnd(connection, lost.process(), PATIENCE);
                    Journal journal = new Journal(connection, workplace.journalSchema());
                    return workplace
                            .statementTimeout()
                            .within(connection, () -> journal.find(lost.journalId()))
                            .isPresent();
                });
            } catch (ConnectionFailedException | GoalFailedException e) {
                if (System.nanoTime() > deadline) {
                    lost.addSuppressed(e);
                    throw lost;
                }
                sleep();
            }
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(BETWEEN_TRIES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking for the journal's entry", e);
        }
    }
}
