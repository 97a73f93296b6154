package io.github.schemasplit.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/** The real Liquibase. */
public final class LiquibaseRun {
    static {
        // It would tell its makers of each run.
        System.setProperty("liquibase.analytics.enabled", "false");
    }

    private LiquibaseRun() {}

    /**
     * Runs the change sets that the database does not have yet.
     *
     * @param directory the folder of the changelog and of what it includes
     * @param file the changelog
     */
    public static void update(String url, Path directory, String file) throws Exception {
        try (Connection connection = DriverManager.getConnection(url)) {
            Map<String, Object> quiet = Map.of(
                    Scope.Attr.resourceAccessor.name(), new DirectoryResourceAccessor(directory),
                    Scope.Attr.ui.name(), new LoggerUIService());
            Scope.child(
                    quiet,
                    () -> new CommandScope(UpdateCommandStep.COMMAND_NAME)
                            .addArgumentValue(
                                    DbUrlConnectionArgumentsCommandStep.DATABASE_ARG,
                                    DatabaseFactory.getInstance()
                                            .findCorrectDatabaseImplementation(new JdbcConnection(connection)))
                            .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, file)
                            .execute());
        }
    }
}
