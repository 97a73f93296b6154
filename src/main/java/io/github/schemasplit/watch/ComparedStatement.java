package io.github.schemasplit.watch;

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
        return before.count() == 0 || after.count() == 0 || before.milliseconds() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(after.mean().getAsDouble() / before.mean().getAsDouble());
    }

    /** How much longer all that were run since took than as many did before, in ms; 0 where it was not run before or not since. */
    public double added() {
        return before.count() == 0 || after.count() == 0
                ? 0
                : after.milliseconds() - before.mean().getAsDouble() * after.count();
    }
}
