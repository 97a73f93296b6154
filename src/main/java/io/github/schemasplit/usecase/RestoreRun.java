package io.github.schemasplit.usecase;

import io.github.schemasplit.backup.Archiver;
import io.github.schemasplit.backup.DumpProgress;
import io.github.schemasplit.backup.Manifest;
import io.github.schemasplit.backup.Restoration;
import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.Connector;
import io.github.schemasplit.jdbc.DatabasePropertiesWriter;
import io.github.schemasplit.sql.Identifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * A backup on its way into a database.
 *
 * @param database how to reach it
 * @param archiver restores
 * @param backup what is restored
 * @param order how
 * @param alone whether the database is made for it, and nothing else is in it
 * @param listener is told which table it is at
 * @param notes is told what is to be known
 */
record RestoreRun(
        ConnectionSettings database,
        Archiver archiver,
        RestoredBackup backup,
        RestoreOrder order,
        boolean alone,
        ChangeListener listener,
        Consumer<String> notes) {
    Manifest manifest() {
        return backup.manifest();
    }

    void restore(Restoration restoration) {
        DumpProgress progress = new DumpProgress();
        int tables = manifest().rows().size();
        archiver.restore(
                backup.archive(),
                database,
                restoration,
                line -> progress.table(line)
                        .ifPresent(table ->
                                listener.on(new Event.AtTable("restoring", table, progress.tables(), tables))));
        progress.warnings().forEach(warning -> notes.accept("pg_restore warned: " + warning));
    }

    /** Where the dump took for granted what this server does not. */
    void publicSchema() throws SQLException {
        if (manifest().objects().containsKey("schema public")) {
            try (Connection connection = Connector.connect(database)) {
                tell(new DatabasePropertiesWriter(connection, Identifier.of(database.database()))
                        .writePublicSchema(manifest().database()));
            }
        }
    }

    void tell(List<String> failures) {
        failures.forEach(failure -> notes.accept("Not restored: " + failure));
    }
}
