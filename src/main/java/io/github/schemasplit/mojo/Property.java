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
    static final String EXPECT = "schema.expect";
    static final String CONTRACT_NAMES = "schema.contract.names";
    static final String CONTRACT_CANARY = "schema.contract.canary";
    static final String CONTRACT_GRACE = "schema.contract.grace";
    static final String CONTRACT_WATCH = "schema.contract.watch";
    static final String BASELINE = "schema.baseline";
    static final String BASELINE_UPDATE = "schema.baseline.update";
    static final String CHANGES_SINCE = "schema.changesSince";
    static final String BACKUP = "schema.backup";
    static final String BACKUP_CONTENT = "schema.backup.content";
    static final String BACKUP_SCHEMAS = "schema.backup.schemas";
    static final String BACKUP_DIRECTORY = "schema.backup.directory";
    static final String BACKUP_FORMAT = "schema.backup.format";
    static final String BACKUP_JOBS = "schema.backup.jobs";
    static final String RESTORE = "schema.restore";
    static final String RESTORE_OVER = "schema.restore.over";
    static final String STAGING = "schema.staging";
    static final String STAGING_USER = "schema.staging.user";
    static final String STAGING_PASSWORD = "schema.staging.password";
    static final String STAGING_SERVER_ID = "schema.staging.serverId";
    static final String REHEARSE_FROM = "schema.rehearse.from";
    static final String REHEARSE_DATA = "schema.rehearse.data";
    static final String REHEARSE_LOAD = "schema.rehearse.load";
    static final String REHEARSE_CLIENTS = "schema.rehearse.clients";
    static final String REQUIRE_REHEARSAL = "schema.requireRehearsal";
    static final String REHEARSAL = "schema.rehearsal";
    static final String PG_BINARIES = "schema.pgBinaries";
    static final String PG_CONTAINER = "schema.pgContainer";

    private Property() {}
}
