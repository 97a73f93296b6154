package io.github.schemasplit.assignment;

import java.util.Optional;

/** What the server says of the expressions of a policy that the mapping wants, or wants to be gone. */
public sealed interface PolicyReading {
    /**
     * It understands them.
     *
     * @param using the USING expression of the policy of that name that is there, as the server will print it after the moves
     * @param check its WITH CHECK expression
     * @param sameUsing whether the mapping's USING expression is that one
     * @param sameCheck whether the mapping's WITH CHECK expression is that one
     * @param exact whether the server prints those that are there the same once it has read what it prints
     */
    record Understood(
            Optional<String> using, Optional<String> check, boolean sameUsing, boolean sameCheck, boolean exact)
            implements PolicyReading {}

    /**
     * It refuses one of them.
     *
     * @param key the entry's key of the expression: {@code using} or {@code check}
     * @param message what is wrong with it
     */
    record Refused(String key, String message) implements PolicyReading {}

    /**
     * It could not be asked.
     *
     * @param why a sentence fragment
     */
    record Unread(String why) implements PolicyReading {}
}
