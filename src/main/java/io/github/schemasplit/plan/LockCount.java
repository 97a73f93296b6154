package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.OldNames;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.SequenceOwners;
import io.github.schemasplit.catalog.Snapshot;

/**
 * How many locks a transaction holds when it ends, all of which are in the server's one table of locks: one for each object that
 * moves, one for each sequence that a table takes along, and one for each view that is made or dropped. Indexes, constraints, foreign-key partners and routines that are changed are not locked. The
 * few that every transaction takes on the catalogs themselves are not counted.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-locks.html">Lock Management</a>
 */
public final class LockCount {
    private LockCount() {}

    /** The locks of a plan. */
    public static long of(Plan plan, Snapshot snapshot) {
        SequenceOwners sequences = snapshot.sequenceOwners();
        long locks = 0;
        for (AlterSetSchema move : plan.moves().toList()) {
            locks += of(move.object(), sequences);
        }
        return locks + plan.views().count();
    }

    /** The locks of the moves of an assignment, and of the views that they leave. */
    public static long of(Assignment assignment) {
        SequenceOwners sequences = assignment.snapshot().sequenceOwners();
        long locks = 0;
        for (Placement move : assignment.moves()) {
            locks += of(move.object().id(), sequences);
        }
        return locks + OldNames.of(assignment).kept().size();
    }

    /** The locks of the move of one object. */
    static long of(ObjectId object, SequenceOwners sequences) {
        return 1L + sequences.ownedBy(object).size();
    }
}
