package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.MigrationHistory;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.render.FlywayMigration;
import io.github.schemasplit.render.LiquibaseChangelog;
import io.github.schemasplit.render.RenderedFile;
import io.github.schemasplit.render.ScriptContext;
import io.github.schemasplit.render.SupabaseMigration;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A tool that runs migrations, for which a plan is written as one that it takes next. */
public sealed interface MigrationTool {
    /** The folder of its migrations. */
    Path directory();

    /** The property that names the folder. */
    String property();

    /** Which migrations were applied, as the tool's history names them; empty where there is no history that may be read. */
    Optional<List<String>> applied(Connection connection) throws SQLException;

    /** Whether it looks into the folders below its own. */
    boolean looksBelow();

    /** Whether a file has the name of a migration that was written for it. */
    boolean isOurs(String fileName);

    /** What the tool's history calls a migration of ours. */
    String key(String fileName);

    /**
     * The files of the migration, that itself first.
     *
     * @param fileNames the names of the files that it looks at
     * @param applied which migrations were applied
     */
    List<RenderedFile> files(
            Plan plan, ScriptContext context, Collection<String> fileNames, Collection<String> applied);

    /**
     * Flyway.
     *
     * @param table the name of its schema history table
     */
    record Flyway(Path directory, String table) implements MigrationTool {
        @Override
        public String property() {
            return "schema.flyway.directory";
        }

        @Override
        public Optional<List<String>> applied(Connection connection) throws SQLException {
            return MigrationHistory.ofFlyway(connection, table);
        }

        @Override
        public boolean looksBelow() {
            return true;
        }

        @Override
        public boolean isOurs(String fileName) {
            return FlywayMigration.isOurs(fileName);
        }

        @Override
        public String key(String fileName) {
            return fileName.substring(1, fileName.indexOf("__")).replace('_', '.');
        }

        @Override
        public List<RenderedFile> files(
                Plan plan, ScriptContext context, Collection<String> fileNames, Collection<String> applied) {
            return FlywayMigration.of(plan, context, fileNames, applied);
        }
    }

    /**
     * Liquibase.
     *
     * @param table the name of its history table
     */
    record Liquibase(Path directory, String table) implements MigrationTool {
        @Override
        public String property() {
            return "schema.liquibase.directory";
        }

        @Override
        public Optional<List<String>> applied(Connection connection) throws SQLException {
            return MigrationHistory.ofLiquibase(connection, table);
        }

        @Override
        public boolean looksBelow() {
            return true;
        }

        @Override
        public boolean isOurs(String fileName) {
            return LiquibaseChangelog.isOurs(fileName);
        }

        @Override
        public String key(String fileName) {
            return fileName.substring(0, fileName.length() - ".sql".length());
        }

        @Override
        public List<RenderedFile> files(
                Plan plan, ScriptContext context, Collection<String> fileNames, Collection<String> applied) {
            return List.of(LiquibaseChangelog.of(plan, context, fileNames, applied));
        }
    }

    /**
     * Supabase's command line.
     *
     * @param clock what a migration is named by
     */
    record Supabase(Path directory, Clock clock) implements MigrationTool {
        @Override
        public String property() {
            return "schema.supabase.directory";
        }

        @Override
        public Optional<List<String>> applied(Connection connection) throws SQLException {
            return MigrationHistory.ofSupabase(connection);
        }

        @Override
        public boolean looksBelow() {
            return false;
        }

        @Override
        public boolean isOurs(String fileName) {
            return SupabaseMigration.isOurs(fileName);
        }

        @Override
        public String key(String fileName) {
            return fileName.substring(0, fileName.indexOf('_'));
        }

        @Override
        public List<RenderedFile> files(
                Plan plan, ScriptContext context, Collection<String> fileNames, Collection<String> applied) {
            return List.of(SupabaseMigration.of(plan, context, fileNames, applied, clock.instant()));
        }
    }
}
