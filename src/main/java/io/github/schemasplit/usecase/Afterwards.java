package io.github.schemasplit.usecase;

import java.sql.SQLException;

/** What follows a goal that is done: when that goes wrong it is a warning, and what the goal did stands. */
final class Afterwards {
    private Afterwards() {}

    /**
     * Does it.
     *
     * @param listener is told when it goes wrong
     * @param otherwise what is so then, such as {@code The runbook was not brought up to date}
     */
    static void run(ChangeListener listener, String otherwise, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            listener.on(new Event.LeftUndone(otherwise, reason(e)));
        }
    }

    /** Where the server refused something the goal's own message says that nothing was changed, which is not so here. */
    private static String reason(RuntimeException e) {
        Throwable cause = e.getCause();
        String message =
                e instanceof GoalFailedException && cause instanceof SQLException ? cause.getMessage() : e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
