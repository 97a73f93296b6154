package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.CommitUnknownException;
import io.github.schemasplit.jdbc.ConnectionFailedException;
import io.github.schemasplit.jdbc.Journal;
import io.github.schemasplit.jdbc.RunLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Finds out whether a change was made whose answer was lost. The server may still be at it, or not have begun; once it is too late
 * for it to begin and the advisory lock is free it is not, and the journal knows.
 */
final class LostAnswer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration BETWEEN_CONNECTIONS = Duration.ofMillis(500);

    private final Workplace workplace;
    private final CommitUnknownException lost;
    private final long deadline;

    private LostAnswer(Workplace workplace, CommitUnknownException lost, Duration patience) {
        this.workplace = workplace;
        this.lost = lost;
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    /**
     * Returns when the change was made.
     *
     * @param longest how long the server may take for it
     * @throws GoalFailedException when it was not
     * @throws CommitUnknownException when the server is not to be reached for long
     */
    static void requireMade(Workplace workplace, CommitUnknownException lost, Duration longest) {
        if (!new LostAnswer(workplace, lost, PATIENCE.plus(longest)).isMade()) {
            throw new GoalFailedException(
                    "The connection was lost. Nothing was changed: the journal has no entry of it. Run the goal again.",
                    lost);
        }
    }

    private boolean isMade() {
        while (true) {
            try {
                return Session.run(workplace, false, ChangeListener.NONE, this::isMade);
            } catch (ConnectionFailedException | GoalFailedException e) {
                giveUpWhenLate(e);
                sleep(BETWEEN_CONNECTIONS);
            }
        }
    }

    private boolean isMade(Connection connection) throws SQLException {
        Journal journal = workplace.journal(connection);
        while (true) {
            boolean over = RunLock.isOver(connection, lost.latest());
            // After the look at the lock: the server writes the entry before it lets go of it.
            if (journal.find(lost.journalId()).isPresent()) {
                return true;
            }
            if (over) {
                return false;
            }
            giveUpWhenLate(new IllegalStateException("the server may still make the change"));
            sleep(BETWEEN_LOOKS);
        }
    }

    private void giveUpWhenLate(RuntimeException why) {
        if (System.nanoTime() > deadline) {
            lost.addSuppressed(why);
            throw lost;
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking for the journal's entry", e);
        }
    }
}
