package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.sql.Identifier;
import java.nio.file.Path;

/**
 * Where a goal works.
 *
 * @param database how to reach the database
 * @param disposable whether the database is the embedded one, which nobody else uses
 * @param journalSchema the schema that the journal is in
 * @param outputDirectory the folder that reports and scripts are written to; made when it is not there
 * @param pluginVersion this plugin's version, for the journal
 */
public record Workplace(
        ConnectionSettings database,
        boolean disposable,
        Identifier journalSchema,
        Path outputDirectory,
        String pluginVersion) {}
