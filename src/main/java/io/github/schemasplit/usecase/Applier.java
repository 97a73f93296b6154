package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.jdbc.BusyException;
import io.github.schemasplit.jdbc.CatalogChangedException;
import io.github.schemasplit.jdbc.Change;
import io.github.schemasplit.jdbc.CommitUnknownException;
import io.github.schemasplit.jdbc.ConnectionFailedException;
import io.github.schemasplit.jdbc.Executed;
import io.github.schemasplit.jdbc.Executor;
import io.github.schemasplit.jdbc.GuardedSnapshot;
import io.github.schemasplit.jdbc.LockedException;
import io.github.schemasplit.jdbc.RunLock;
import io.github.schemasplit.jdbc.Shut;
import io.github.schemasplit.jdbc.Timeouts;
import io.github.schemasplit.jdbc.UnaccountedException;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.report.RehearsalFingerprint;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Makes a change, again and again until nobody is in its way: each time the catalog is read and the change planned anew, with
 * nothing locked, and then made in one message.
 */
final class Applier {
    /** Each pause is longer by this than the one before, up to the longest. */
    private static final double GROWTH = 1.5;

    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration UNTIL_ANOTHER_LOOK = Duration.ofMillis(250);

    /** How often others' DDL may make us plan again before we give up: it comes in bursts, such as a deployment. */
    private static final int PLANS = 20;

    /** How often in a row a change may take too long although it is tried again as it is. */
    private static final int TOO_LONG = 5;

    /** The {@code statement_timeout} of the whole, and not the {@code lock_timeout} of one operation. */
    private static final String TIMED_OUT = "57014";

    private final Workplace workplace;
    private final Persistence persistence;
    private final ChangeListener listener;
    private final long start = System.nanoTime();
    private final List<Duration> failed = new ArrayList<>();
    private int attempts;
    private long began;
    private int plans;
    private int tooLong;
    private boolean waiting;
    private boolean looked;
    private boolean told;
    private boolean unaccounted;
    private Duration pause = SHORTEST;
    private final OthersChanges others;
    private Optional<GuardedSnapshot> after = Optional.empty();

    Applier(Workplace workplace, Persistence persistence, ChangeListener listener) {
        this.workplace = workplace;
        this.persistence = persistence;
        this.listener = listener;
        this.others = new OthersChanges(workplace.journalSchema());
    }

    /** Reads the database and plans a change. */
    @FunctionalInterface
    interface Planning {
        /** The change; empty when there is nothing to do. */
        Optional<Change> plan(Connection connection) throws SQLException;

        /** What is to be done in all, of which the change is the first part where there are several. */
        default Plan whole(Change change) {
            return change.plan();
        }

        /** Which object belongs where; empty where nothing is moved by a mapping. */
        default Optional<Assignment> assignment() {
            return Optional.empty();
        }

        /** What a rehearsal of the whole has for its fingerprint; empty where it is none, or the rest of one. */
        default Supplier<Optional<RehearsalFingerprint>> rehearsable() {
            return Optional::empty;
        }

        /** The change took longer than any table may be shut: returns whether the next plan does less. */
        default boolean tookTooLong() {
            return false;
        }
    }

    /**
     * Makes a change.
     *
     * @param planning reads the database and plans; empty when there is nothing to do
     * @return empty when there was nothing to do
     * @throws GoalStoppedException when others are in the way for too long, or the change did more than was planned; nothing was
     *     changed then
     */
    Optional<Applied> apply(Connection connection, Planning planning) throws SQLException {
        Timeouts timeouts = persistence.timeouts();
        while (true) {
            persistence.hours().requireOpenStill(Duration.ZERO, attempts);
            tellUnlessWaiting(Event.Phase.PLANNING);
            Optional<Change> change = planning.plan(connection);
            if (change.isEmpty()) {
                return Optional.empty();
            }
            Optional<Event> readAgain = others.readAgain(change.get().read().snapshot());
            if (readAgain.isPresent()) {
                listener.on(readAgain.get());
            }
            if (!looked) {
                listener.on(Event.Phase.PREPARING);
                Preflight preflight = new Preflight(connection, workplace.statementTimeout(), listener);
                preflight.check(change.get(), persistence.blockers());
                timeouts = preflight.timeouts(timeouts);
                looked = true;
            }
            if (!told && isAnotherAtWork(connection)) {
                continue;
            }
            tellBefore(planning, change.get());
            persistence.hours().requireOpenStill(Duration.ZERO, attempts);
            attempts++;
            tellUnlessWaiting(attempt(change.get()));
            began = System.nanoTime();
            try {
                Executor executor =
                        new Executor(connection, workplace.journalSchema(), timeouts, workplace.statementTimeout());
                Executed executed = (listener.watchesLocks() ? executor.watchingLocks() : executor).apply(change.get());
                if (!executed.locks().isEmpty()) {
                    listener.on(new Event.LocksTaken(executed.locks()));
                }
                if (!executed.written().isEmpty()) {
                    listener.on(new Event.RowsWritten(executed.written()));
                }
                return Optional.of(
                        made(change.get(), executed.shut(), () -> Completion.of(connection, workplace, change.get())));
            } catch (LockedException e) {
                waitForTheOtherRun(e);
            } catch (CatalogChangedException e) {
                planAgain(e, change.get());
            } catch (BusyException e) {
                requireShort(e, planning);
                pause(e);
            } catch (UnaccountedException e) {
                onceMore(e, change.get());
            } catch (CommitUnknownException e) {
                listener.on(new Event.ConnectionLost());
                LostAnswer.requireMade(workplace, e, persistence.timeouts().whole());
                return Optional.of(made(
                        change.get(),
                        List.of(),
                        () -> Session.run(
                                workplace,
                                true,
                                ChangeListener.NONE,
                                again -> Completion.of(again, workplace, change.get()))));
            }
        }
    }

    /** While another run is waited for, each look whether it has ended is a whole attempt: nothing to tell. */
    private void tellUnlessWaiting(Event event) {
        if (!waiting) {
            listener.on(event);
        }
    }

    /** The first time that all is ready, and nothing is done yet. */
    private void tellBefore(Planning planning, Change change) {
        if (!told) {
            listener.on(new Event.Ready(planning.whole(change), planning.assignment(), planning.rehearsable()));
            told = true;
        }
    }

    private Event attempt(Change change) {
        List<Operation> operations = change.plan().operations();
        int relations = 0;
        for (Operation operation : operations) {
            if (operation.lockedRelation().isPresent()) {
                relations++;
            }
        }
        return new Event.Attempt(attempts, operations.size(), relations);
    }

    /** A second look that fails does not make the change undone. */
    private Applied made(Change change, List<Shut> shut, Look look) {
        listener.on(new Event.Committed(change.entry().id()));
        listener.on(Event.Phase.LOOKING_AGAIN);
        List<Finding> doubts;
        try {
            Completion completion = look.take();
            after = completion.after();
            doubts = completion.doubts();
        } catch (SQLException | ConnectionFailedException e) {
            doubts = List.of(notWritten(change, e));
        } catch (GoalFailedException e) {
            // Its own message says that nothing was changed.
            doubts = List.of(notWritten(change, e.getCause()));
        }
        return new Applied(change.entry().id(), attempts, failed, shut, doubts);
    }

    /** The database after the change, for who goes on from there; empty when nobody is to, or the look failed. */
    Optional<GuardedSnapshot> after() {
        return after;
    }

    private static Finding notWritten(Change change, Throwable why) {
        return new Finding(
                FindingCode.JOURNAL_NOT_COMPARABLE,
                Severity.WARNING,
                "journal entry " + change.entry().id(),
                "the change is made, but what the database was after it could not be written: " + why.getMessage(),
                "nothing: only schema:verify can not say what changed since",
                Optional.empty());
    }

    /** The look at the database once a change is committed. */
    @FunctionalInterface
    private interface Look {
        Completion take() throws SQLException;
    }

    /** Nobody is told that it begins, while it can not. */
    private boolean isAnotherAtWork(Connection connection) throws SQLException {
        try {
            workplace.statementTimeout().within(connection, () -> {
                RunLock.requireFree(connection);
                return true;
            });
            return false;
        } catch (LockedException e) {
            attempts++;
            waitForTheOtherRun(e);
            return true;
        }
    }

    private void waitForTheOtherRun(LockedException e) {
        if (isLate()) {
            throw new GoalStoppedException(e.getMessage());
        }
        if (!waiting) {
            listener.on(new Event.OtherRun(e.holder()));
            waiting = true;
        }
        attempts--;
        Waiting.sleep(UNTIL_ANOTHER_LOOK);
    }

    private void planAgain(CatalogChangedException e, Change change) {
        if (++plans >= PLANS) {
            throw new GoalStoppedException(e.getMessage() + ", " + plans + " times in a row" + others.lastTime()
                    + ". Nothing was changed. Run the goal again when they are done.");
        }
        attempts--;
        waiting = false;
        others.madeStale(change.read().snapshot());
        Waiting.sleep(UNTIL_ANOTHER_LOOK);
    }

    /** Once it may be others' DDL, committed while we waited for its lock; what happens again is no coincidence. */
    private void onceMore(UnaccountedException e, Change change) {
        if (unaccounted) {
            throw new GoalStoppedException(
                    "The change did something that it did not plan, and was rolled back", findings(e));
        }
        unaccounted = true;
        others.madeStale(change.read().snapshot());
    }

    /** What takes too long again and again does so by itself, and not for those that it waits for. */
    private void requireShort(BusyException e, Planning planning) {
        boolean timedOut = e.getCause() instanceof SQLException cause && TIMED_OUT.equals(cause.getSQLState());
        tooLong = timedOut && !planning.tookTooLong() ? tooLong + 1 : 0;
        if (tooLong >= TOO_LONG) {
            throw new GoalStoppedException(
                    e.getMessage() + ", " + tooLong + " times in a row. Nothing was changed. Allow"
                            + " more with schema.maxShut, which tables are shut for then; or have a migration made in several"
                            + " transactions, by schema.batch=1000 or less.");
        }
    }

    private void pause(BusyException e) {
        failed.add(Duration.ofNanos(System.nanoTime() - began));
        if (attempts >= persistence.attempts() || isLate()) {
            throw new GoalStoppedException(e.getMessage() + ". Nothing was changed, after " + Lengths.attempts(attempts)
                    + ". Run the goal again when less is going on; or give it more time with schema.lockDeadline and"
                    + " schema.lockAttempts.");
        }
        // Anything from half of it to one and a half times, so that two that are in each other's way do not stay so.
        Duration next = Duration.ofMillis(
                Math.round(pause.toMillis() * ThreadLocalRandom.current().nextDouble(0.5, 1.5)));
        persistence.hours().requireOpenStill(next, attempts);
        waiting = false;
        Duration took = failed.get(failed.size() - 1);
        listener.on(new Event.Busy(attempts, took, e.getMessage(), next));
        Waiting.sleep(next);
        pause = Duration.ofMillis(Math.min(LONGEST.toMillis(), Math.round(pause.toMillis() * GROWTH)));
    }

    private boolean isLate() {
        return System.nanoTime() - start > persistence.deadline().toNanos();
    }

    private static List<Finding> findings(UnaccountedException e) {
        return (e.objects().isEmpty() ? List.of("the catalog") : e.objects())
                .stream()
                        .map(object -> new Finding(
                                FindingCode.UNPLANNED_CHANGE,
                                Severity.ERROR,
                                object,
                                e.reason(),
                                "Run it again when nobody else changes the database's schema; if that does not help, an event"
                                        + " trigger may be at work: see pg_event_trigger.",
                                Optional.empty()))
                        .toList();
    }
}
