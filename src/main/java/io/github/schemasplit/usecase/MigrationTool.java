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

/** A tool that runs migrations, for which a plan is written as one that it takes next. */
public sealed interface MigrationTool {
    /** The folder of its migrations. */
    Path directory();

    /** The property that names the folder. */
    String property();

    /** Which migrations were applied, as the tool's history names them; none where it has no history. */
    List<String> applied(Connection connection) throws SQLException;

    /**
     * The files of the migration.
     *
     * @param fileNames the names of the files in the folder and in those below
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
        public List<String> applied(Connection connection) throws SQLException {
            return MigrationHistory.ofFlyway(connection, table);
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
        public List<String> applied(Connection connection) throws SQLException {
            return MigrationHistory.ofLiquibase(connection, table);
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
        public List<String> applied(Connection connection) throws SQLException {
            return MigrationHistory.ofSupabase(connection);
        }

        @Override
        public List<RenderedFile> files(
                Plan plan, ScriptContext context, Collection<String> fileNames, Collection<String> applied) {
            return List.of(SupabaseMigration.of(plan, context, fileNames, applied, clock.instant()));
        }
    }
}
