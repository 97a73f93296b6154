package io.github.schemasplit.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A database with the extension pg_cron, on a server of its own. */
public final class CronDatabase implements AutoCloseable {
    private final DebianServer server;
    private final TestDatabase database;

    private CronDatabase(DebianServer server) {
        this.server = server;
        this.database = server.server().createDatabase();
        database.execute("CREATE EXTENSION pg_cron");
    }

    /**
     * Starts the server; where there is none the test is skipped, with a reason that is printed.
     *
     * @param directory an empty folder for its data
     * @param settings further settings of the server, each {@code name=value}
     */
    public static CronDatabase in(Path directory, String... settings) {
        // The first database of a server has this name.
        List<String> all = new ArrayList<>(List.of("shared_preload_libraries=pg_cron", "cron.database_name=test1"));
        all.addAll(List.of(settings));
        return new CronDatabase(DebianServer.with("pg_cron", directory, all.toArray(String[]::new)));
    }

    public TestDatabase database() {
        return database;
    }

    /** Has a role schedule a command. */
    public CronDatabase schedule(String role, String name, String command) {
        database.query("SELECT cron.schedule('" + name + "', '0 3 1 1 *', $cmd$" + command + "$cmd$)"
                + " FROM set_config('role', '" + role + "', true)");
        return this;
    }

    /** The commands of the jobs, by number. */
    public List<String> commands() {
        return database.query("SELECT command FROM cron.job ORDER BY jobid");
    }

    @Override
    public void close() {
        database.close();
        server.close();
    }
}
