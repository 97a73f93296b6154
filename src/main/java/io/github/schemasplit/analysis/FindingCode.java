package io.github.schemasplit.analysis;

/**
 * The kinds of finding. Their names are permanent: retired, never reused. Each has a page of its name in
 * {@code src/site/markdown/findings}.
 */
public enum FindingCode {
    /** The mapping is malformed. */
    MAPPING_INVALID,
    /** The schema to move from is not there. */
    SOURCE_SCHEMA_MISSING,
    /** The mapping names a table that is not there. */
    TABLE_NOT_FOUND,
    /** The mapping names a view that is not there. */
    VIEW_NOT_FOUND,
    /** The mapping names a routine that is not there. */
    ROUTINE_NOT_FOUND,
    /** The mapping names a type that is not there. */
    TYPE_NOT_FOUND,
    /** The mapping names an operator, a collation, a conversion or a text search object that is not there. */
    OBJECT_NOT_FOUND,
    /** A glob of the mapping matches nothing. */
    GLOB_MATCHES_NOTHING,
    /** Two entries of the mapping have the same object. */
    NAMED_TWICE,
    /** An entry names an object that it can not move. */
    CANNOT_MOVE,
    /** No entry of the mapping names a table of the source schema. */
    UNMAPPED_TABLE,
    /** A table in which a migration tool keeps its history stays. */
    BOOKKEEPING_TABLE,
    /** A name that a moving object takes in its target schema is taken. */
    NAME_CLASH,
    /** The connecting role has not the rights of the owner of objects that move. */
    OWNER_RIGHTS_MISSING,
    /** The connecting role may not create what moves into an existing target schema. */
    TARGET_PRIVILEGE_MISSING,
    /** The connecting role may not create schemas in the database. */
    DATABASE_PRIVILEGE_MISSING,
    /** The connecting role may not put objects back into the schema they come from. */
    SOURCE_PRIVILEGE_MISSING,
    /** The connecting role may not use the type of a column of a view that is to keep an old name. */
    TYPE_PRIVILEGE_MISSING,
    /** The owner that the mapping gives a schema is no role of the server. */
    SCHEMA_OWNER_NOT_FOUND,
    /** The connecting role has not the rights of the owner that the mapping gives a schema. */
    SCHEMA_OWNER_RIGHTS_MISSING,
    /** A target schema exists and belongs to another role than the mapping says. */
    SCHEMA_OWNER_DIFFERS,
    /** A target schema exists and the connecting role can neither comment on it nor grant on it. */
    TARGET_NOT_OWNED,
    /** A target schema exists and holds objects that the mapping does not speak of. */
    TARGET_EXISTS_WITH_OBJECTS,
    /** Citus keeps a table that is to move on several servers. */
    DISTRIBUTED_TABLE,
    /** Foreign keys will run between two target schemas. */
    CROSS_SCHEMA_FOREIGN_KEYS,
    /** Foreign keys will run between a target schema and a schema that is none. */
    OTHER_SCHEMA_FOREIGN_KEYS,
    /** Default privileges of the source schema can not be carried to the target schemas. */
    DEFAULT_ACL_NOT_CARRIED,
    /** Tables leave a schema that a publication publishes as a whole. */
    PUBLICATION_OF_SCHEMA,
    /** The connecting role may not add tables to a publication that would lose them. */
    PUBLICATION_NOT_OWNED,
    /** A publication of a whole target schema would begin to publish tables that move there. */
    PUBLICATION_GAINS_TABLES,
    /** Subscribers of a publication have to move their tables too. */
    SUBSCRIBERS_MUST_FOLLOW,
    /** The text of a routine may name objects that move. */
    ROUTINE_NAMES_MOVED_OBJECT,
    /** A routine sets a search_path that holds the source schema. */
    ROUTINE_SEARCH_PATH,
    /** Objects of an extension stay in the source schema. */
    EXTENSION_OBJECTS_STAY,
    /** Partitions or inheritance children go with a table. */
    CHILDREN_FOLLOW,
    /** Partitions or inheritance children of a mapped table are in another schema and stay there. */
    CHILDREN_STAY,
    /** A view that reads a moving table stays. */
    VIEW_STAYS,
    /** A sequence that the default of a moving table uses stays. */
    SEQUENCE_STAYS,
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
    UNPLANNED_CHANGE,
    /** A role would gain access to what moves, or to what is in the target schema already. */
    ACCESS_WIDENS,
    /** Roles can not reach what was moved for them earlier. */
    TARGET_NOT_REACHABLE,
    /** Owners of tables could create indexes before the move and can not after it. */
    OWNER_LACKS_CREATE,
    /** A search_path of the database or of a role has the source schema and not the schemas that its objects go to. */
    SEARCH_PATH_NEEDS_TARGETS,
    /** A row filter of a publication would begin or cease to count. */
    PUBLICATION_FILTER_CHANGES,
    /** The journal's states are of another major version of the server. */
    JOURNAL_NOT_COMPARABLE,
    /** A foreign table may ask the other server for the schema that it is in here. */
    FOREIGN_TABLE_NEEDS_SCHEMA_NAME,
    /** A text constant in an expression outside of routines' text may name objects that move. */
    EXPRESSION_NAMES_MOVED_OBJECT,
    /** A migration or its rollback stopped between its batches. */
    UNFINISHED_BATCHES,
    /** A constraint that is in another schema than its table would be in its table's after a rollback. */
    CONSTRAINT_NOT_PUT_BACK,
    /** A routine's text may name objects that move, where only a person can tell. */
    ROUTINE_NEEDS_A_PERSON,
    /** The connecting role may not replace a routine whose text names objects that move. */
    ROUTINE_RIGHTS_MISSING,
    /** The command of a job of pg_cron names objects that move. */
    CRON_JOB_NAMES_MOVED_OBJECT,
    /** The command of a job of pg_cron may name objects that move, where only a person can tell. */
    CRON_JOB_NEEDS_A_PERSON,
    /** The connecting role does not see all jobs of pg_cron. */
    CRON_JOBS_NOT_READ,
    /** A setting of the database, of a role or of a routine names the source schema or objects that move. */
    SETTING_NAMES_MOVED_OBJECT,
    /** A foreign table stands for a table of this very database that moves. */
    FOREIGN_TABLE_POINTS_BACK,
    /** A trigger gives its routine the name of the source schema, or of something that moves. */
    TRIGGER_ARGUMENT_NAMES_MOVED_OBJECT,
    /** What a webhook sends names the schema of a table that moves. */
    WEBHOOK_SENDS_SCHEMA,
    /** A routine can not be given a search_path by which the names in its text stand for the same objects after the move. */
    ROUTINE_PATH_NOT_EXTENDED,
    /** A routine that gets a search_path of its own is no longer inlined. */
    ROUTINE_NO_LONGER_INLINED,
    /** A routine that is to be replaced has a search_path, or a COST or ROWS, that no statement would write as it is. */
    ROUTINE_SETTING_NOT_KEPT,
    /** A subscription of this database feeds tables that move. */
    SUBSCRIPTION_FEEDS_MOVED_TABLE,
    /** A stored expression, such as a view's query, asks the catalog about the source schema. */
    EXPRESSION_NAMES_SOURCE_SCHEMA,
    /** An event trigger that fires as things move calls a routine whose text names them, or may. */
    EVENT_TRIGGER_NAMES_MOVED_OBJECT,
    /** No view can stand for what moves under its old name and give everybody what it gives, and no more. */
    OLD_NAME_LOST,
    /** Row security was enabled on what a compatibility view reads with its owner's rights, so that the view shows all rows. */
    OLD_NAME_SHOWS_ROWS,
    /** Something still uses what moved by its old name. */
    OLD_NAME_IN_USE,
    /** A compatibility view gives other privileges than what it stands for. */
    OLD_NAME_DIFFERS,
    /** What is done with a relation that moves is more than a view under its old name can do. */
    COMPAT_VIEW_LIMIT,
    /** The mapping grants something to a role that there is not. */
    ACCESS_ROLE_NOT_FOUND,
    /** By the mapping's access the role that migrates would not reach a schema any more. */
    ACCESS_LOCKS_OUT,
    /** What the mapping says of access only other roles may grant or revoke. */
    ACCESS_LEFT_TO_OTHERS,
    /** Privileges are not as the mapping's access says. */
    ACCESS_NOT_AS_MAPPED,
    /** The search_path that is to find what moves by its old name can not be set. */
    SEARCH_PATH_NOT_SET,
    /** By the search_path that is to find what moves, sessions would look where others than now may make something. */
    SEARCH_PATH_OPEN,
    /** A name without a schema would mean something else by the search_path that is to find what moves. */
    SEARCH_PATH_AMBIGUOUS,
    /** A compatibility view is gone, though it was neither ended nor taken back. */
    OLD_NAME_GONE,
    /** The mapping would move something into, or out of, a schema that Supabase keeps for itself. */
    PLATFORM_SCHEMA,
    /** Tables without row security are in a schema that an HTTP API serves to roles that hold privileges on them. */
    TABLE_WITHOUT_ROW_SECURITY,
    /** Policies are for roles that lack USAGE on the schema of their tables, so that they never apply. */
    POLICY_ROLE_LACKS_USAGE,
    /** SECURITY DEFINER routines look for names by the search_path of whoever calls them. */
    DEFINER_WITHOUT_SEARCH_PATH,
    /** Views show rows of tables with row security to roles that these tables would not show them to. */
    VIEW_BYPASSES_ROW_SECURITY,
    /** Policies look at columns that no index begins with. */
    POLICY_COLUMN_WITHOUT_INDEX,
    /** PUBLIC holds privileges on what the mapping names. */
    PUBLIC_HOLDS_PRIVILEGES,
    /** PUBLIC may create objects in the source schema or a target schema. */
    PUBLIC_MAY_CREATE,
    /** Tables without row security go to a schema that an HTTP API serves, and it did not serve them before. */
    API_GAINS_TABLES,
    /** The baseline is malformed. */
    BASELINE_INVALID,
    /** Something refers from one schema to another, and the baseline does not have it. */
    CROSSING_NOT_IN_BASELINE,
    /** The baseline has something that refers to another schema no more, or is gone. */
    BASELINE_CAN_SHRINK,
    /** The mapping says something of the row security of a table that it does not send to that schema. */
    POLICY_TABLE_NOT_MAPPED,
    /** A policy of the mapping is for a role that does not exist. */
    POLICY_ROLE_NOT_FOUND,
    /** The server does not accept an expression of a policy of the mapping. */
    POLICY_EXPRESSION_INVALID,
    /** The server could not be asked about a policy of the mapping. */
    POLICY_NOT_CHECKED,
    /** A policy of the mapping does nothing, since row security is not enabled for its table. */
    POLICY_WITHOUT_ROW_SECURITY,
    /** What the mapping says of the row security of a table is for its owner to do, and the connecting role is not that. */
    POLICY_NOT_OWNED,
    /** A policy that the mapping wants to be gone is not there. */
    POLICY_NOT_THERE,
    /** A policy, or the row security of a table, is not as the mapping says. */
    POLICY_DIFFERS,
    /** A rollback gives a policy back an expression that means the same and is printed otherwise. */
    POLICY_NOT_PUT_BACK,
    /** The mapping says that an API serves target schemas, and no role tells of an API. */
    API_NOT_RECOGNISED,
    /** The connecting role may not set which schemas an API serves. */
    API_SCHEMAS_NOT_SET,
    /** Which schemas an API serves is set for the first time, and what it served by its own configuration is not known. */
    API_SCHEMAS_ASSUMED,
    /** A project's configuration of its API says otherwise than what is, or will be, set in the database. */
    API_CONFIG_DIFFERS,
    /** A role that requests to an API ask for can not reach a target schema that the API serves. */
    API_ROLE_LACKS_USAGE,
    /** Foreign keys by which an API embeds one resource in another will run between schemas, where it does not. */
    API_EMBEDDING_ENDS,
    /** A routine that an API takes for a field of a table is not found with it any more. */
    API_COMPUTED_FIELD_LOST,
    /** An API does not serve a target schema that the mapping says is served. */
    API_NOT_AS_MAPPED,
    /** The mapping asks for a role that the connecting role may not make. */
    ROLE_RIGHTS_MISSING,
    /** The application's sources name something at the place that it leaves, or has left. */
    STALE_REFERENCE,
    /** Files of the application's sources were not looked at, and may name what moves. */
    SOURCE_NOT_LOOKED_AT,
    /** A file of the data dictionary is not what the database says now. */
    DOCUMENTATION_STALE
}
