package io.github.schemasplit.usecase;

import io.github.schemasplit.backup.BackupFileException;
import io.github.schemasplit.backup.Manifest;
import io.github.schemasplit.backup.NoClientProgramsException;
import io.github.schemasplit.backup.ProgramFinder;
import io.github.schemasplit.jdbc.DatabaseIdentity;
import io.github.schemasplit.jdbc.Definition;
import io.github.schemasplit.jdbc.Definitions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;

/** What backup a migration needs, before anything is changed. */
public sealed interface BackupPolicy {
    /** None: somebody else sees to it, or the database is nobody's loss. */
    BackupPolicy NONE = new None();

    /**
     * @throws GoalStoppedException when there is no backup as it is wanted
     */
    void require(Workplace workplace, ChangeListener listener);

    /** No backup. */
    record None() implements BackupPolicy {
        @Override
        public void require(Workplace workplace, ChangeListener listener) {
            // Nothing is wanted.
        }
    }

    /**
     * One that is made now.
     *
     * @param programs finds PostgreSQL's programs
     * @param order what is backed up
     */
    record Make(ProgramFinder programs, BackupOrder order) implements BackupPolicy {
        @Override
        public void require(Workplace workplace, ChangeListener listener) {
            try {
                Session.run(
                        workplace,
                        false,
                        listener,
                        connection -> programs.toDump(Backup.major(DatabaseIdentity.read(connection))));
            } catch (NoClientProgramsException e) {
                throw new GoalStoppedException(
                        "Nothing was changed: a migration begins with a backup. " + e.getMessage()
                                + " There are three ways on. Have one made: " + e.remedy()
                                + ". Or make one by other means, with schema:backup where there is a pg_dump, and name it:"
                                + " schema.backup=verified:<manifest>. Or go without: schema.backup=none; schema:rollback takes a"
                                + " migration back without one.");
            }
            for (Backup.Made made : new Backup(workplace, programs, order, listener).run()) {
                listener.on(new Event.BackedUp(made.file(), made.manifest()));
            }
        }
    }

    /**
     * One that was made before, of this database as it is.
     *
     * @param file its manifest
     */
    record Verified(Path file) implements BackupPolicy {
        @Override
        public void require(Workplace workplace, ChangeListener listener) {
            try {
                RestoredBackup backup = RestoredBackup.read(file);
                Manifest manifest = backup.manifest();
                Session.run(workplace, false, listener, connection -> {
                    requireSame(manifest, connection);
                    return manifest;
                });
                listener.on(new Event.BackedUp(file, manifest));
            } catch (BackupFileException e) {
                throw new GoalStoppedException("Nothing was changed: " + e.getMessage());
            }
        }

        private void requireSame(Manifest manifest, Connection connection) throws SQLException {
            DatabaseIdentity database = DatabaseIdentity.read(connection);
            if (!manifest.isOf(database.system(), database.oid(), database.name())) {
                throw new GoalStoppedException("Nothing was changed: " + file + " is of another database, "
                        + manifest.database().name() + " (OID "
                        + manifest.origin().databaseOid()
                        + manifest.origin().system().map(s -> ", server " + s).orElse("") + "), and this is "
                        + database.name() + " (OID " + database.oid()
                        + database.system().map(s -> ", server " + s).orElse("") + "). Name a backup of this one in"
                        + " schema.backup, or set it to full to have one made.");
            }
            if (manifest.schema().isPresent()) {
                throw new GoalStoppedException("Nothing was changed: " + file + " is of the schema "
                        + manifest.schema().get() + " alone. Name a backup of the whole database in schema.backup.");
            }
            if (!manifest.data()) {
                throw new GoalStoppedException(
                        "Nothing was changed: " + file + " has no rows, definitions alone. Name a"
                                + " backup with the rows in schema.backup, or say schema-only if that is what you want.");
            }
            SortedMap<String, String> objects = new TreeMap<>();
            for (Definition definition : Definitions.readInOwnTransaction(connection)) {
                objects.put(definition.object(), definition.hash());
            }
            if (!Manifest.fingerprint(objects).equals(manifest.fingerprint())) {
                throw new GoalStoppedException("Nothing was changed: the database is not what it was when " + file
                        + " was made, at " + manifest.madeAt() + ". Make a new backup with schema:backup, or set"
                        + " schema.backup=full to have one made.");
            }
        }
    }
}
