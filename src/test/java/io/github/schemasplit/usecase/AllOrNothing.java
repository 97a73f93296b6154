package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.jdbc.CommitUnknownException;
import io.github.schemasplit.jdbc.ConnectionFailedException;
import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A goal that was disturbed has made all of its change or nothing of it, and what it and the journal say agrees. */
final class AllOrNothing {
    /** What a goal said of its change. */
    enum Said {
        MADE,
        NOT_MADE,
        UNKNOWN
    }

    /** One of the goals that change the database. */
    interface Goal {
        void run(Goals goals);
    }

    private final List<String> before;
    private final List<String> after;
    private final List<JournalAction> historyBefore;
    private final List<JournalAction> historyAfter;
    private final Goal goal;
    private int countBefore;
    private int countAfter;

    /**
     * @param goal the goal that changes the database, which is run here, undisturbed
     */
    AllOrNothing(Goals goals, Goal goal) {
        this.goal = goal;
        this.before = states(goals);
        this.historyBefore = actions(goals);
        goal.run(goals);
        this.after = states(goals);
        this.historyAfter = actions(goals);
        assertThat(after).isNotEqualTo(before);
    }

    private static List<String> states(Goals goals) {
        return CatalogText.of(goals.snapshot());
    }

    private static List<JournalAction> actions(Goals goals) {
        return goals.history().stream().map(JournalEntry::action).toList();
    }

    /** Runs a goal that is about to be disturbed. */
    static Said disturbed(Goal goal, Goals goals) {
        try {
            goal.run(goals);
            return Said.MADE;
        } catch (GoalStoppedException e) {
            throw new AssertionError("disturbed, it says that the database or the mapping is at fault", e);
        } catch (GoalFailedException e) {
            assertThat(e).hasMessageContaining("Nothing was changed");
            return Said.NOT_MADE;
        } catch (ConnectionFailedException e) {
            return Said.NOT_MADE;
        } catch (CommitUnknownException e) {
            return Said.UNKNOWN;
        }
    }

    /**
     * Asserts that the database is as before or as after, as the journal and the goal say, and that the goal, run again, ends in
     * after.
     *
     * @param said what the disturbed goal said; empty when it was killed before it could
     * @return whether the change was made
     */
    boolean check(String fault, Goals goals, Optional<Said> said) {
        List<String> states = states(goals);
        boolean made = !actions(goals).equals(historyBefore);
        assertSame(fault, states, made ? after : before);
        assertThat(actions(goals)).as(fault).isEqualTo(made ? historyAfter : historyBefore);
        List<Said> truth = new ArrayList<>(List.of(Said.UNKNOWN, made ? Said.MADE : Said.NOT_MADE));
        said.ifPresent(s -> assertThat(truth).as(fault).contains(s));
        if (made) {
            countAfter++;
        } else {
            countBefore++;
        }
        if (!made || historyAfter.equals(List.of(JournalAction.MIGRATE))) {
            goal.run(goals);
        }
        assertSame(fault, states(goals), after);
        assertThat(actions(goals)).as(fault).isEqualTo(historyAfter);
        return made;
    }

    /** Says what differs, which is less than all that there is. */
    private static void assertSame(String fault, List<String> states, List<String> expected) {
        assertThat(states.stream().filter(s -> !expected.contains(s)))
                .as(fault + ": too much")
                .isEmpty();
        assertThat(expected.stream().filter(s -> !states.contains(s)))
                .as(fault + ": missing")
                .isEmpty();
    }

    /** Asserts that some faults came early enough to undo the goal, and some too late: else the faults missed it. */
    void assertBoth() {
        assertThat(List.of(countBefore, countAfter)).as(toString()).doesNotContain(0);
    }

    @Override
    public String toString() {
        return countBefore + " ended before, " + countAfter + " after";
    }
}
