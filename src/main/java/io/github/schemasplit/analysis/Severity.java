package io.github.schemasplit.analysis;

/** How bad a finding is, mildest first. */
public enum Severity {
    /** Worth knowing. */
    INFO,
    /** Something to look at before or after; nothing is stopped. */
    WARNING,
    /** The goal must not go on. */
    ERROR
}
