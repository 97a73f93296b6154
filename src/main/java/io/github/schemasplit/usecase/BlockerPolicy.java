package io.github.schemasplit.usecase;

/** What to do about transactions that are in the way and not likely to end soon. */
public enum BlockerPolicy {
    /** Try, and try again until they have ended. */
    WAIT,
    /** Stop before anything is tried. */
    FAIL,
    /** End sessions that are idle in a transaction, as far as the role may, and wait for the others. */
    TERMINATE
}
