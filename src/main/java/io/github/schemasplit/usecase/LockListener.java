package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.LockTaken;
import io.github.schemasplit.report.RehearsedLocks;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a rehearsal is to tell of locks: who took them, for how long, and what was waited for. */
final class LockListener {
    private final ChangeListener listener;
    private final List<RehearsedLocks.Taken> taken = new ArrayList<>();
    private final List<RehearsedLocks.Blocking> blocking = new ArrayList<>();
    private final List<String> waits = new ArrayList<>();

    /**
     * @param listener is told of everything as well
     */
    LockListener(ChangeListener listener) {
        this.listener = listener;
    }

    /** Keeps the locks of each statement. */
    ChangeListener watching() {
        return new ChangeListener() {
            @Override
            public void on(Event event) {
                keep(event);
            }

            @Override
            public boolean watchesLocks() {
                return true;
            }
        };
    }

    /** Keeps what is waited for. */
    ChangeListener waiting() {
        return this::keep;
    }

    private void keep(Event event) {
        if (event instanceof Event.LocksTaken locks) {
            for (LockTaken lock : locks.locks()) {
                taken.add(new RehearsedLocks.Taken(
                        lock.statement(), lock.relation().sql(), lock.mode()));
            }
        } else if (event instanceof Event.Busy || event instanceof Event.Blocked) {
            waits.addAll(event.lines());
        }
        if (!(event instanceof Event.Hazardous)) {
            // The report tells of the hazards of the database; on the copy they are none.
            listener.on(event);
        }
    }

    /** Takes the times of a migration in place of those of one before. */
    void shut(List<Applied> batches) {
        blocking.clear();
        for (Applied batch : batches) {
            batch.shut()
                    .forEach(shut -> blocking.add(
                            new RehearsedLocks.Blocking(shut.relation().sql(), shut.time())));
        }
    }

    RehearsedLocks report() {
        return new RehearsedLocks(taken, blocking, waits);
    }
}
