package io.github.schemasplit.usecase;

/** What {@code schema:verify} does to the baseline; where there is no such file yet, both write one with all that crosses. */
public enum BaselineUpdate {
    /** Removes what is gone. */
    SHRINK,
    /** Removes what is gone and adds what is new. */
    ALL
}
