package io.github.schemasplit.hazard;

/** How grave a hazard is, mildest first. */
public enum HazardSeverity {
    /** Worth knowing: nothing fails that works now, or the migration mends it, or it shows later and to nobody's surprise. */
    NOTICE,
    /** Something that works now may fail, or change, for running clients or replicas, and the migration does not mend it. */
    SEVERE
}
