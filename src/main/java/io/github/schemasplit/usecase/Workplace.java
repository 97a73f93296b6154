package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.Connections;
import io.github.schemasplit.jdbc.Journal;
import io.github.schemasplit.jdbc.StatementTimeout;
import io.github.schemasplit.sql.Identifier;
import java.nio.file.Path;
import java.sql.Connection;

/**
 * Where a goal works.
 *
 * @param connections to the database
 * @param disposable whether the database is the embedded one, which nobody else uses
 * @param journalSchema the schema that the journal is in
 * @param outputDirectory the folder that reports and scripts are written to; made when it is not there
 * @param statementTimeout how long a statement may take that is not part of a change
 * @param pluginVersion this plugin's version, for the journal
 */
public record Workplace(
        Connections connections,
        boolean disposable,
        Identifier journalSchema,
        Path outputDirectory,
        StatementTimeout statementTimeout,
        String pluginVersion) {
    /** A workplace where a statement may take as long as it needs. */
    public Workplace(
            ConnectionSettings database,
            boolean disposable,
            Identifier journalSchema,
            Path outputDirectory,
            String pluginVersion) {
        this(
                new Connections(database),
                disposable,
                journalSchema,
                outputDirectory,
                StatementTimeout.NONE,
                pluginVersion);
    }

    /** How to reach the database. */
    public ConnectionSettings database() {
        return connections.settings();
    }

    /** The journal of the database that a connection is to. */
    Journal journal(Connection connection) {
        return new Journal(connection, journalSchema, statementTimeout);
    }
}
