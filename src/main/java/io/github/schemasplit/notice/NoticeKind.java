package io.github.schemasplit.notice;

import java.util.Locale;

/** When a notice is given. */
public enum NoticeKind {
    /** All is ready for a change, and nothing is done yet. */
    BEFORE,
    /** A change is made. */
    AFTER,
    /** A goal failed. */
    FAILURE,
    /** A change is taken back. */
    ROLLBACK;

    /** As it is written. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
