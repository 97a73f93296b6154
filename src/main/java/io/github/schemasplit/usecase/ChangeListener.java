package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.Blocker;
import java.time.Duration;
import java.util.List;

/** Is told how a change makes its way. */
public interface ChangeListener {
    /** Listens to nothing. */
    ChangeListener NONE = new ChangeListener() {};

    /**
     * Another run is at work on the database and is waited for; said once.
     *
     * @param holder who it is, such as {@code pid 4711, application 'schema-maven-plugin'}
     */
    default void waiting(String holder) {}

    /**
     * Others were in the way; it will be tried again.
     *
     * @param attempt which attempt it was, from 1
     * @param reason what they were in the way of, and who they are
     * @param pause how long until the next
     */
    default void busy(int attempt, String reason, Duration pause) {}

    /** Others changed the database's schema since it was read; it is read and planned again. */
    default void changed() {}

    /** The connection was lost before the server's answer; whether it was made is looked up in the journal. */
    default void connectionLost() {}

    /**
     * A batch of a change that has several is made.
     *
     * @param objects how many objects were moved with it
     * @param remaining how many are still to be moved
     */
    default void batch(long objects, long remaining) {}

    /**
     * Transactions are in the way before the first attempt, and not likely to end soon.
     *
     * @param ended those of them whose sessions were told to end
     */
    default void blocked(List<Blocker> blockers, List<Blocker> ended) {}
}
