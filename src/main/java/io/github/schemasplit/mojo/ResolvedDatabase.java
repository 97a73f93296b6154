package io.github.schemasplit.mojo;

import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.Connections;
import io.github.schemasplit.jdbc.StatementTimeout;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.usecase.Workplace;
import java.nio.file.Path;

/**
 * A database that can be connected to.
 *
 * @param settings how
 * @param embedded whether it is the embedded one
 */
record ResolvedDatabase(ConnectionSettings settings, boolean embedded) {
    Workplace workplace(
            Identifier journalSchema, Path outputDirectory, StatementTimeout statementTimeout, String pluginVersion) {
        return new Workplace(
                new Connections(settings), embedded, journalSchema, outputDirectory, statementTimeout, pluginVersion);
    }
}
