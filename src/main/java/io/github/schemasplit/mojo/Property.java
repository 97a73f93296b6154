package io.github.schemasplit.mojo;

/** The names of the user properties, as {@code -D} takes them. */
final class Property {
    static final String SKIP = "schema.skip";
    static final String URL = "schema.url";
    static final String USER = "schema.user";
    static final String PASSWORD = "schema.password";
    static final String SERVER_ID = "schema.serverId";
    static final String INIT = "schema.init";
    static final String INIT_PRESET = "schema.init.preset";
    static final String EMBEDDED_DIRECTORY = "schema.embedded.directory";
    static final String MAPPING_FILE = "schema.mappingFile";
    static final String SOURCE = "schema.source";
    static final String UNMAPPED = "schema.unmapped";
    static final String UNMAPPED_VIEWS = "schema.unmappedViews";
    static final String COMPATIBILITY = "schema.compatibility";
    static final String ROUTINE_BODIES = "schema.routineBodies";
    static final String CROSS_SCHEMA_FOREIGN_KEYS = "schema.crossSchemaForeignKeys";
    static final String SUPABASE_CONFIG = "schema.supabaseConfig";
    static final String OUTPUT_DIRECTORY = "schema.outputDirectory";
    static final String JOURNAL_SCHEMA = "schema.journalSchema";
    static final String CONSOLE = "schema.console";
    static final String STATEMENT_TIMEOUT = "schema.statementTimeout";
    static final String FORMAT = "schema.format";
    static final String FLYWAY_DIRECTORY = "schema.flyway.directory";
    static final String FLYWAY_TABLE = "schema.flyway.table";
    static final String ALLOW_HAZARDS = "schema.allowHazards";
    static final String FORCE = "schema.force";
    static final String LOCK_TIMEOUT = "schema.lockTimeout";
    static final String MAX_SHUT = "schema.maxShut";
    static final String LOCK_ATTEMPTS = "schema.lockAttempts";
    static final String LOCK_DEADLINE = "schema.lockDeadline";
    static final String BATCH = "schema.batch";
    static final String BLOCKERS = "schema.blockers";
    static final String BACKUP_DIRECTORY = "schema.backup.directory";
    static final String WINDOW = "schema.window";
    static final String NOTICE_WEBHOOK = "schema.notice.webhook";
    static final String NOTICE_TEMPLATE = "schema.notice.template";
    static final String NOTICE_FILE = "schema.notice.file";
    static final String NOTICE_NOTIFY = "schema.notice.notify";
    static final String KEEP_FOR = "schema.keepFor";
    static final String EXPECT = "schema.expect";
    static final String CONTRACT_NAMES = "schema.contract.names";
    static final String CONTRACT_CANARY = "schema.contract.canary";
    static final String CONTRACT_GRACE = "schema.contract.grace";
    static final String CONTRACT_WATCH = "schema.contract.watch";
    static final String BASELINE = "schema.baseline";
    static final String BASELINE_UPDATE = "schema.baseline.update";
    static final String CHANGES_SINCE = "schema.changesSince";

    private Property() {}
}
