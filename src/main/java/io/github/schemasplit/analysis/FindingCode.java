package io.github.schemasplit.analysis;

/** The kinds of finding. Their names are permanent: retired, never reused. */
public enum FindingCode {
    /** The mapping names a table that is not there. */
    TABLE_NOT_FOUND
}
