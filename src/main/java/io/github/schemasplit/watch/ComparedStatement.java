package io.github.schemasplit.watch;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A statement before and after a move: all texts together that are the same but for blanks, comments, letter case and the schemas of
 * what moved, of whatever role.
 *
 * @param text one of these texts, of after the move where there is one
 * @param named whether it names something that moved
 * @param before how it was before
 * @param after how it is since
 */
public record ComparedStatement(String text, boolean named, Calls before, Calls after) {
    /** How often as long one takes as before; empty where it was not run before, or not since, or took no time. */
    public OptionalDouble ratio() {
        return ratio(List.of(this));
    }

    /**
     * How often as long all take together that were run since as as many of each took before; empty where there is none that was run
     * before and since. How often each is run does not count, as it would in a mean of all.
     */
    public static OptionalDouble ratio(Collection<ComparedStatement> statements) {
        double expected = 0;
        double actual = 0;
        for (ComparedStatement statement : statements) {
            if (statement.isInBoth()) {
                expected += statement.expected();
                actual += statement.after.milliseconds();
            }
        }
        return expected == 0 ? OptionalDouble.empty() : OptionalDouble.of(actual / expected);
    }

    /** How much longer all that were run since took than as many did before, in ms; 0 where it was not run before or not since. */
    public double added() {
        return isInBoth() ? after.milliseconds() - expected() : 0;
    }

    private boolean isInBoth() {
        return before.count() > 0 && after.count() > 0;
    }

    private double expected() {
        return before.milliseconds() / before.count() * after.count();
    }
}
