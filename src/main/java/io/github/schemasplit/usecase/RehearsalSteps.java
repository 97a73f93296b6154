package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.jdbc.ConnectionFailedException;
import io.github.schemasplit.jdbc.JournalException;
import io.github.schemasplit.jdbc.OperationFailedException;
import io.github.schemasplit.report.RehearsalStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the steps of a rehearsal, and keeps how each ended. What fails ends all that comes after it. */
final class RehearsalSteps {
    private final List<RehearsalStep> steps = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private boolean broken;

    /** Does something, and says what came of it. */
    @FunctionalInterface
    interface Work {
        String run();
    }

    /** That a step says what would have to be done first, which is no fault. */
    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    /** That the machine lacks what a step needs, without which the others go on. */
    static final class LackingException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LackingException(String message) {
            super(message);
        }
    }

    void run(String name, Work work) {
        if (broken) {
            steps.add(new RehearsalStep(name, RehearsalStep.Outcome.SKIPPED, Duration.ZERO, ""));
            return;
        }
        long began = System.nanoTime();
        try {
            String detail = work.run();
            add(name, RehearsalStep.Outcome.DONE, began, detail);
        } catch (RefusedException e) {
            add(name, RehearsalStep.Outcome.REFUSED, began, e.getMessage());
        } catch (LackingException e) {
            add(name, RehearsalStep.Outcome.SKIPPED, began, e.getMessage());
        } catch (GoalStoppedException e) {
            fail(name, began, text(e));
        } catch (GoalFailedException | OperationFailedException | JournalException | ConnectionFailedException e) {
            fail(name, began, e.getMessage());
        }
    }

    private void fail(String name, long began, String message) {
        broken = true;
        add(name, RehearsalStep.Outcome.FAILED, began, message);
        problem("The step '" + name + "' fails: " + message);
    }

    private void add(String name, RehearsalStep.Outcome outcome, long began, String detail) {
        steps.add(new RehearsalStep(name, outcome, Duration.ofNanos(System.nanoTime() - began), detail));
    }

    /** Keeps what speaks against doing it in earnest. */
    void problem(String sentence) {
        problems.add(sentence);
    }

    List<RehearsalStep> all() {
        return steps;
    }

    List<String> problems() {
        return problems;
    }

    /** What stopped a goal, with what it found. */
    static String text(GoalStoppedException e) {
        return Stream.concat(
                        Stream.of(e.getMessage()),
                        e.findings().stream()
                                .filter(Finding::isError)
                                .map(finding -> finding.subject() + ": " + finding.message()))
                .collect(Collectors.joining("; "));
    }
}
