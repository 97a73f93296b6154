package io.github.schemasplit.analysis;

/** The kinds of finding. Their names are permanent: retired, never reused. */
public enum FindingCode {
    /** The mapping names a table that is not there. */
    TABLE_NOT_FOUND,

    /** An object that the mapping names is not in its target schema. */
    NOT_IN_PLACE,

    /** A table that the mapping names is in its target schema, and one of its name is in the source schema. */
    IN_TWO_SCHEMAS,

    /** A table is in the source schema that the mapping does not name, though it must name all. */
    LEFT_IN_SOURCE,

    /** An object is not as it was when the migration ended. */
    CHANGED_SINCE_MIGRATION,

    /** An object that was there when the migration ended is gone. */
    GONE_SINCE_MIGRATION,

    /** An object is there that was not when the migration ended, or began. */
    NEW_SINCE_MIGRATION,

    /** An object is not as it was before the migration that was taken back. */
    NOT_RESTORED,

    /** Something changed while the plan was carried out that is not in the plan. */
    UNPLANNED_CHANGE
}
