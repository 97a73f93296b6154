package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.jdbc.Blocker;
import io.github.schemasplit.jdbc.Change;
import io.github.schemasplit.jdbc.DeadlockTimeout;
import io.github.schemasplit.jdbc.StatementTimeout;
import io.github.schemasplit.jdbc.Timeouts;
import io.github.schemasplit.plan.Followers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Looks, before the first attempt at a change, who is in its way and not likely to be gone soon. */
final class Preflight {
    /** The role lacks the right. */
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final Connection connection;
    private final StatementTimeout timeout;
    private final ChangeListener listener;

    Preflight(Connection connection, StatementTimeout timeout, ChangeListener listener) {
        this.connection = connection;
        this.timeout = timeout;
        this.listener = listener;
    }

    /**
     * @throws GoalStoppedException when somebody is, and that is to be an end of it
     */
    void check(Change change, BlockerPolicy policy) throws SQLException {
        List<ObjectId> relations = new ArrayList<>();
        for (ObjectId moved :
                Followers.targets(change.read().snapshot(), change.plan()).keySet()) {
            if (moved.catalog() == Catalog.PG_CLASS) {
                relations.add(moved);
            }
        }
        List<Blocker> blockers = timeout.within(connection, () -> Blocker.read(connection, relations));
        if (blockers.isEmpty()) {
            return;
        }
        if (policy == BlockerPolicy.FAIL) {
            throw new GoalStoppedException("Others are in the way, so nothing was tried: "
                    + blockers.stream()
                            .map(b -> b + " (" + b.kind().remedy() + ")")
                            .collect(Collectors.joining("; "))
                    + ". Run the goal again when they are gone; or let it wait for them with schema.blockers=wait.");
        }
        List<Blocker> ended = new ArrayList<>();
        if (policy == BlockerPolicy.TERMINATE) {
            for (Blocker blocker : blockers) {
                if (blocker.kind() == Blocker.Kind.IDLE_IN_TRANSACTION && isEnded(blocker)) {
                    ended.add(blocker);
                }
            }
        }
        listener.on(new Event.Blocked(blockers, ended));
    }

    /** The timeouts with which the server lets us lose a deadlock, and no client. */
    Timeouts timeouts(Timeouts wanted) throws SQLException {
        Duration deadlock = timeout.within(connection, () -> DeadlockTimeout.read(connection));
        Timeouts used = wanted.below(deadlock);
        if (!used.lock().equals(wanted.lock())) {
            listener.on(new Event.LockTimeoutLowered(wanted.lock(), deadlock, used.lock()));
        }
        return used;
    }

    private boolean isEnded(Blocker blocker) throws SQLException {
        try {
            return timeout.within(connection, () -> blocker.terminate(connection));
        } catch (SQLException e) {
            if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }
}
