package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.ConnectionFailedException;
import io.github.schemasplit.notice.NoticeKind;
import io.github.schemasplit.notice.NoticeReceiver;
import io.github.schemasplit.report.RehearsalFingerprint;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What goes along with a change to a database that others use: it keeps to the window, people are told of it, what the server counts is
 * kept as it was before, and once it is made the journal lets go of what is too old and the runbook tells of it. None of what follows the change makes it fail.
 */
public final class Conduct {
    private static final Supplier<Optional<RehearsalFingerprint>> NOT_BEGUN = Optional::empty;

    private final Workplace workplace;
    private final Terms terms;
    private final InstantSource clock;

    /**
     * How it is to be.
     *
     * @param goal which goal, such as {@code migrate}
     * @param kind what is told once it is done
     * @param hours when it may begin
     * @param receivers who is told
     * @param backups where {@code schema:backup} writes, for what the runbook tells
     * @param keepFor how long the journal holds what a rollback needs; for ever where it is empty
     * @param observes whether what the server counts of statements and tables is kept with the journal, as it was before the change
     */
    public record Terms(
            String goal,
            NoticeKind kind,
            OpeningHours hours,
            List<NoticeReceiver> receivers,
            Path backups,
            Optional<Duration> keepFor,
            boolean observes) {
        public Terms {
            receivers = List.copyOf(receivers);
        }
    }

    public Conduct(Workplace workplace, Terms terms, InstantSource clock) {
        this.workplace = workplace;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * Runs a goal.
     *
     * @param listener is told how it makes its way
     * @param goal the goal, which tells the listener that it is given
     * @param outcome what it did
     * @throws GoalStoppedException when the window is not open; nothing was done then, and nobody is told
     */
    public <R> R run(ChangeListener listener, Function<ChangeListener, R> goal, Function<R, Outcome> outcome) {
        terms.hours().requireOpen();
        Notices notices = new Notices(terms.goal(), workplace, terms.receivers(), clock, listener);
        AtomicReference<Supplier<Optional<RehearsalFingerprint>>> begun = new AtomicReference<>(NOT_BEGUN);
        R result;
        try (Watch watch = new Watch(workplace, listener)) {
            result = goal.apply(event -> {
                listener.on(event);
                if (event == Event.Phase.PREPARING && terms.observes()) {
                    watch.begin();
                }
                if (event instanceof Event.OtherRun) {
                    watch.outdate();
                }
                if (event instanceof Event.Ready) {
                    watch.await();
                }
                if (event instanceof Event.Committed committed) {
                    watch.keep(Optional.of(committed.entry()));
                }
                if (event instanceof Event.Ready ready && terms.kind() != NoticeKind.ROLLBACK) {
                    begun.compareAndSet(NOT_BEGUN, ready.rehearsable());
                    notices.before(
                            ready.whole(), () -> ready.rehearsable().get().flatMap(this::predictedShut));
                }
            });
        } catch (RuntimeException e) {
            notices.failed(e);
            throw e;
        }
        Outcome done = outcome.apply(result);
        if (!done.batches().isEmpty()) {
            notices.after(terms.kind(), done);
        } else {
            notices.nothingLeft(terms.kind());
        }
        if (terms.keepFor().isPresent()) {
            Afterwards.run(
                    listener,
                    "What is too old was not taken out of the journal",
                    () -> letGo(listener, terms.keepFor().get()));
        }
        new RunbookUpdate(workplace, terms.backups()).run(listener, begun.get());
        return result;
    }

    /** A notice that lacks it is better than none. */
    private Optional<Duration> predictedShut(RehearsalFingerprint rehearsable) {
        try {
            return Evidence.of(workplace, terms.backups()).predictedShut(rehearsable);
        } catch (GoalFailedException | ConnectionFailedException e) {
            return Optional.empty();
        }
    }

    private void letGo(ChangeListener listener, Duration time) {
        int entries = Session.run(
                workplace, true, ChangeListener.NONE, connection -> Expiry.letGo(workplace.journal(connection), time));
        if (entries > 0) {
            listener.on(new Event.LetGo(entries));
        }
    }
}
