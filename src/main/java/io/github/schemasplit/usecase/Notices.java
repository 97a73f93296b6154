package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.jdbc.Shut;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.notice.Notice;
import io.github.schemasplit.notice.NoticeException;
import io.github.schemasplit.notice.NoticeKind;
import io.github.schemasplit.notice.NoticeReceiver;
import io.github.schemasplit.plan.AlterSetSchema;
import io.github.schemasplit.plan.Plan;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Tells of one run of a goal: before it changes anything, after, and when it failed. Whom it does not reach stops nothing. */
final class Notices {
    private final String goal;
    private final Workplace workplace;
    private final List<NoticeReceiver> receivers;
    private final InstantSource clock;
    private final ChangeListener listener;
    private final long start = System.nanoTime();
    private Optional<Notice.Scope> scope = Optional.empty();
    private Optional<Duration> predictedShut = Optional.empty();

    /**
     * @param goal which goal, such as {@code migrate}
     * @param listener is told whom a notice does not reach
     */
    Notices(
            String goal,
            Workplace workplace,
            List<NoticeReceiver> receivers,
            InstantSource clock,
            ChangeListener listener) {
        this.goal = goal;
        this.workplace = workplace;
        this.receivers = List.copyOf(receivers);
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * All is ready, and nothing is done yet; told once, also where several transactions follow.
     *
     * @param predicted for how long a rehearsal had a table shut; asked for only where anybody is told
     */
    void before(Plan whole, Supplier<Optional<Duration>> predicted) {
        if (scope.isEmpty()) {
            scope = Optional.of(scope(whole));
            predictedShut = receivers.isEmpty() ? Optional.empty() : predicted.get();
            give(
                    NoticeKind.BEFORE,
                    "begins" + on() + ": " + what() + ". "
                            + (predictedShut.isPresent()
                                    ? "In the rehearsal tables were shut for " + Lengths.text(predictedShut.get())
                                            + " at most."
                                    : "No rehearsal tells for how long tables will be shut."),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** It is done. */
    void after(NoticeKind kind, Outcome outcome) {
        scope = Optional.of(scope(outcome.plan()));
        Optional<Duration> longest = Optional.empty();
        int attempts = 0;
        for (Applied batch : outcome.batches()) {
            attempts += batch.attempts();
            for (Shut shut : batch.shut()) {
                if (longest.isEmpty() || shut.time().compareTo(longest.get()) > 0) {
                    longest = Optional.of(shut.time());
                }
            }
        }
        Notice.Effort effort = new Notice.Effort(
                Duration.ofNanos(System.nanoTime() - start),
                longest,
                attempts,
                outcome.batches().size(),
                outcome.last().entry());
        give(
                kind,
                "is done" + on() + ": " + what() + (kind == NoticeKind.ROLLBACK ? ", taken back" : "") + ", in "
                        + Lengths.text(effort.duration())
                        + (longest.isPresent()
                                ? "; tables were shut for " + Lengths.text(longest.get()) + " at most"
                                : "")
                        + "; " + Lengths.attempts(attempts) + "; journal entry " + effort.entry() + ".",
                Optional.of(effort),
                Optional.empty());
    }

    /** It found nothing to do any more; whoever was told that it begins is told that it ended. */
    void nothingLeft(NoticeKind kind) {
        if (scope.isPresent()) {
            scope = Optional.of(scope(new Plan(List.of())));
            give(
                    kind,
                    "is done" + on() + ": another run did it first, and nothing was left to do.",
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** It failed. */
    void failed(RuntimeException why) {
        String failure = failure(why);
        give(NoticeKind.FAILURE, "failed" + on() + ": " + failure, Optional.empty(), Optional.of(failure));
    }

    private static String failure(RuntimeException why) {
        String message = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
        if (!(why instanceof GoalStoppedException stopped) || stopped.findings().isEmpty()) {
            return message;
        }
        List<String> worst = stopped.findings().stream()
                .filter(Finding::isError)
                .map(f -> f.subject() + ": " + f.message())
                .toList();
        return worst.isEmpty() ? message : message + ": " + Words.some(worst);
    }

    private void give(NoticeKind kind, String text, Optional<Notice.Effort> effort, Optional<String> failure) {
        Notice notice = new Notice(
                kind,
                goal,
                workplace.database().toString(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                "schema:" + goal + " " + text,
                scope,
                effort,
                predictedShut,
                failure);
        for (NoticeReceiver receiver : receivers) {
            try {
                receiver.receive(notice);
            } catch (NoticeException e) {
                listener.on(new Event.NoticeFailed(kind.toString(), receiver.name(), e.getMessage()));
            } catch (RuntimeException e) {
                // Not its message, of which nobody knows whether it holds a secret.
                listener.on(new Event.NoticeFailed(
                        kind.toString(), receiver.name(), e.getClass().getSimpleName()));
            }
        }
    }

    private String on() {
        return " on " + workplace.database();
    }

    private String what() {
        Notice.Scope known = scope.orElseThrow();
        String moved = known.objects() == 0
                ? ""
                : Words.count(known.tables(), "table")
                        + (known.objects() == known.tables()
                                ? ""
                                : " and " + Words.count(known.objects() - known.tables(), "other object"))
                        + " to "
                        + (known.schemas().size() == 1
                                ? "schema "
                                : known.schemas().size() + " schemas: ")
                        + Words.some(known.schemas()) + ", ";
        return moved
                + (known.oldNames() == 0 ? "" : Words.count(known.oldNames(), "old name") + " to end, ")
                + Words.count(known.statements(), "statement");
    }

    private Notice.Scope scope(Plan plan) {
        TreeSet<String> schemas = new TreeSet<>();
        long tables = 0;
        for (AlterSetSchema move : plan.moves().toList()) {
            schemas.add(move.target().value());
            if (move.isOfTable()) {
                tables++;
            }
        }
        return new Notice.Scope(
                List.copyOf(schemas),
                tables,
                plan.moves().count(),
                goal.equals("contract")
                        ? plan.views().count() + plan.searchPaths().count()
                        : 0,
                plan.operations().size());
    }
}
