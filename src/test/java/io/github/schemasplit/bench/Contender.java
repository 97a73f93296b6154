package io.github.schemasplit.bench;

/**
 * One way to make a migration.
 *
 * @param name what the table of results calls it
 * @param rounds in how many rounds it takes part, after the one that warms up
 * @param tool makes the migration
 */
record Contender(String name, int rounds, Tool tool) {
    /** Makes the migration on a database. */
    @FunctionalInterface
    interface Tool {
        void migrate(String database) throws Exception;
    }
}
