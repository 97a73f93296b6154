package io.github.schemasplit.verify;

import io.github.schemasplit.analysis.FindingCode;

/** What a database should be like. */
public enum Expectation {
    /** As the mapping says and as the last migration left it. */
    MIGRATED(
            FindingCode.CHANGED_SINCE_MIGRATION,
            FindingCode.GONE_SINCE_MIGRATION,
            "when the last migration ended",
            "Undo that change; or, when it was meant, set schema.changesSince=warn."),

    /** As it was before the migration that a rollback took back. */
    ORIGINAL(
            FindingCode.NOT_RESTORED,
            FindingCode.NOT_RESTORED,
            "before the migration that was rolled back",
            "If nobody changed it on purpose since the migration, restore it by hand or from a backup.");

    private final FindingCode changed;
    private final FindingCode gone;
    private final String moment;
    private final String remedy;

    Expectation(FindingCode changed, FindingCode gone, String moment, String remedy) {
        this.changed = changed;
        this.gone = gone;
        this.moment = moment;
        this.remedy = remedy;
    }

    FindingCode changed() {
        return changed;
    }

    FindingCode gone() {
        return gone;
    }

    /** The moment whose states are expected, as the end of a clause. */
    String moment() {
        return moment;
    }

    String remedy() {
        return remedy;
    }
}
