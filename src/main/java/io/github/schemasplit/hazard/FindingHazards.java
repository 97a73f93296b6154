package io.github.schemasplit.hazard;

import io.github.schemasplit.analysis.FindingCode;
import java.util.Optional;

/** Which findings are hazards. A new kind of finding has to be put in its place here. */
final class FindingHazards {
    private FindingHazards() {}

    /** The hazard that findings of a kind are; empty for what stops the plan, or is no risk of it. */
    static Optional<HazardId> of(FindingCode code) {
        return Optional.ofNullable(
                switch (code) {
                    case ACCESS_LEFT_TO_OTHERS, POLICY_NOT_CHECKED, POLICY_WITHOUT_ROW_SECURITY, POLICY_NOT_OWNED ->
                        HazardId.MAPPING_NOT_CARRIED_OUT;
                    case SUBSCRIBERS_MUST_FOLLOW -> HazardId.REPLICATION_SUBSCRIBER;
                    case PUBLICATION_GAINS_TABLES -> HazardId.PUBLICATION_GAINS_TABLES;
                    case PUBLICATION_OF_SCHEMA -> HazardId.PUBLICATION_CHANGES;
                    case SUBSCRIPTION_FEEDS_MOVED_TABLE -> HazardId.SUBSCRIPTION_DISABLED;
                    case ROUTINE_NEEDS_A_PERSON -> HazardId.ROUTINE_NEEDS_PERSON;
                    case ROUTINE_NAMES_MOVED_OBJECT -> HazardId.ROUTINE_NOT_MENDED;
                    case ROUTINE_NO_LONGER_INLINED -> HazardId.ROUTINE_NO_LONGER_INLINED;
                    case CRON_JOB_NAMES_MOVED_OBJECT, CRON_JOB_NEEDS_A_PERSON, CRON_JOBS_NOT_READ ->
                        HazardId.JOB_NEEDS_PERSON;
                    case EXPRESSION_NAMES_MOVED_OBJECT, EXPRESSION_NAMES_SOURCE_SCHEMA ->
                        HazardId.EXPRESSION_NEEDS_PERSON;
                    case TRIGGER_ARGUMENT_NAMES_MOVED_OBJECT -> HazardId.TRIGGER_ARGUMENT;
                    case WEBHOOK_SENDS_SCHEMA -> HazardId.WEBHOOK_SCHEMA;
                    case SETTING_NAMES_MOVED_OBJECT -> HazardId.SETTING_NOT_MENDED;
                    case SEARCH_PATH_NEEDS_TARGETS, ROUTINE_SEARCH_PATH -> HazardId.SEARCH_PATH_SETTING;
                    case FOREIGN_TABLE_NEEDS_SCHEMA_NAME, FOREIGN_TABLE_POINTS_BACK -> HazardId.FOREIGN_SERVER;
                    case EVENT_TRIGGER_NAMES_MOVED_OBJECT -> HazardId.EVENT_TRIGGER;
                    case CROSS_SCHEMA_FOREIGN_KEYS, OTHER_SCHEMA_FOREIGN_KEYS -> HazardId.CROSS_SCHEMA_FK;
                    case OWNER_LACKS_CREATE -> HazardId.OWNER_LACKS_CREATE;
                    case DEFAULT_ACL_NOT_CARRIED -> HazardId.DEFAULT_PRIVILEGES_LOST;
                    case ACCESS_WIDENS -> HazardId.ACCESS_WIDENS;
                    case API_GAINS_TABLES -> HazardId.API_GAINS_TABLES;
                    case COMPAT_VIEW_LIMIT -> HazardId.COMPAT_VIEW_LIMIT;
                    case CONSTRAINT_NOT_PUT_BACK -> HazardId.ROLLBACK_NOT_EXACT;
                    case API_EMBEDDING_ENDS -> HazardId.API_EMBEDDING;
                    case API_COMPUTED_FIELD_LOST -> HazardId.API_COMPUTED_FIELD;
                    case MAPPING_INVALID,
                            SOURCE_SCHEMA_MISSING,
                            TABLE_NOT_FOUND,
                            VIEW_NOT_FOUND,
                            ROUTINE_NOT_FOUND,
                            TYPE_NOT_FOUND,
                            OBJECT_NOT_FOUND,
                            GLOB_MATCHES_NOTHING,
                            NAMED_TWICE,
                            CANNOT_MOVE,
                            UNMAPPED_TABLE,
                            BOOKKEEPING_TABLE,
                            NAME_CLASH,
                            OWNER_RIGHTS_MISSING,
                            TARGET_PRIVILEGE_MISSING,
                            DATABASE_PRIVILEGE_MISSING,
                            SOURCE_PRIVILEGE_MISSING,
                            TYPE_PRIVILEGE_MISSING,
                            SCHEMA_OWNER_NOT_FOUND,
                            SCHEMA_OWNER_RIGHTS_MISSING,
                            SCHEMA_OWNER_DIFFERS,
                            TARGET_NOT_OWNED,
                            TARGET_EXISTS_WITH_OBJECTS,
                            DISTRIBUTED_TABLE,
                            PUBLICATION_NOT_OWNED,
                            PUBLICATION_FILTER_CHANGES,
                            EXTENSION_OBJECTS_STAY,
                            CHILDREN_FOLLOW,
                            CHILDREN_STAY,
                            VIEW_STAYS,
                            SEQUENCE_STAYS,
                            NOT_IN_PLACE,
                            IN_TWO_SCHEMAS,
                            LEFT_IN_SOURCE,
                            CHANGED_SINCE_MIGRATION,
                            GONE_SINCE_MIGRATION,
                            NEW_SINCE_MIGRATION,
                            NOT_RESTORED,
                            UNPLANNED_CHANGE,
                            ACCESS_ROLE_NOT_FOUND,
                            ACCESS_LOCKS_OUT,
                            ACCESS_NOT_AS_MAPPED,
                            TARGET_NOT_REACHABLE,
                            JOURNAL_NOT_COMPARABLE,
                            UNFINISHED_BATCHES,
                            ROUTINE_RIGHTS_MISSING,
                            ROUTINE_PATH_NOT_EXTENDED,
                            ROUTINE_SETTING_NOT_KEPT,
                            OLD_NAME_LOST,
                            OLD_NAME_SHOWS_ROWS,
                            OLD_NAME_IN_USE,
                            OLD_NAME_DIFFERS,
                            SEARCH_PATH_NOT_SET,
                            SEARCH_PATH_AMBIGUOUS,
                            SEARCH_PATH_OPEN,
                            OLD_NAME_GONE,
                            PLATFORM_SCHEMA,
                            TABLE_WITHOUT_ROW_SECURITY,
                            POLICY_ROLE_LACKS_USAGE,
                            DEFINER_WITHOUT_SEARCH_PATH,
                            VIEW_BYPASSES_ROW_SECURITY,
                            POLICY_COLUMN_WITHOUT_INDEX,
                            PUBLIC_HOLDS_PRIVILEGES,
                            PUBLIC_MAY_CREATE,
                            BASELINE_INVALID,
                            CROSSING_NOT_IN_BASELINE,
                            BASELINE_CAN_SHRINK,
                            POLICY_TABLE_NOT_MAPPED,
                            POLICY_ROLE_NOT_FOUND,
                            POLICY_EXPRESSION_INVALID,
                            POLICY_NOT_THERE,
                            POLICY_DIFFERS,
                            POLICY_NOT_PUT_BACK,
                            API_NOT_RECOGNISED,
                            API_SCHEMAS_NOT_SET,
                            API_SCHEMAS_ASSUMED,
                            API_CONFIG_DIFFERS,
                            API_ROLE_LACKS_USAGE,
                            API_NOT_AS_MAPPED,
                            ROLE_RIGHTS_MISSING,
                            STALE_REFERENCE,
                            SOURCE_NOT_LOOKED_AT,
                            DOCUMENTATION_STALE -> null;
                });
    }
}
