package io.github.schemasplit.bench;

import io.github.schemasplit.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import java.util.stream.Collectors;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * A plan's statements as a changelog of Liquibase.
 *
 * @param directory the folder that it is in
 * @param split whether Liquibase sends the statements one by one, as it does by default
 */
record LiquibaseChangelog(Path directory, boolean split) {
    static {
        // It would tell its makers of each run.
        System.setProperty("liquibase.analytics.enabled", "false");
    }

    private String file() {
        return split ? "split.sql" : "whole.sql";
    }

    void write(Plan plan) throws IOException {
        Files.writeString(
                directory.resolve(file()),
                plan.operations().stream()
                        .map(o -> o.statement().sql() + ";\n")
                        .collect(Collectors.joining(
                                "",
                                "--liquibase formatted sql\n--changeset bench:1 splitStatements:" + split
                                        + "\nSET LOCAL search_path = pg_catalog, pg_temp;\n",
                                // Liquibase keeps its tables in the first schema of the path.
                                "SET LOCAL search_path = public;\n")));
    }

    void update(String url) throws Exception {
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
                            .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, file())
                            .execute());
        }
    }
}
