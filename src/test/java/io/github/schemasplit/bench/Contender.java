package io.github.schemasplit.bench;

/**
 * One way to make a migration.
 *
 * @param name what the table of results calls it
 * @param tool makes the migration
 */
record Contender(String name, Tool tool) {
    /** Makes the migration on a database. */
    @FunctionalInterface
    interface Tool {
        void migrate(String database) throws Exception;
    }
}
