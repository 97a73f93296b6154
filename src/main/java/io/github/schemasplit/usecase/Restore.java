package io.github.schemasplit.usecase;

import io.github.schemasplit.backup.Archiver;
import io.github.schemasplit.backup.BackupFileException;
import io.github.schemasplit.backup.ChosenItems;
import io.github.schemasplit.backup.DumpProgress;
import io.github.schemasplit.backup.Manifest;
import io.github.schemasplit.backup.NoClientProgramsException;
import io.github.schemasplit.backup.ProgramFailedException;
import io.github.schemasplit.backup.ProgramFinder;
import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.Connector;
import io.github.schemasplit.jdbc.DatabaseIdentity;
import io.github.schemasplit.jdbc.DatabasePropertiesWriter;
import io.github.schemasplit.jdbc.Definition;
import io.github.schemasplit.jdbc.Definitions;
import io.github.schemasplit.jdbc.DumpMoment;
import io.github.schemasplit.jdbc.LockedException;
import io.github.schemasplit.sql.Identifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * {@code schema:restore}: makes a database, or a schema of it, of a backup, and compares it with what was backed up. What fails leaves
 * nothing behind.
 */
public final class Restore {
    private static final int SHOWN = 10;

    private final Workplace workplace;
    private final ProgramFinder programs;
    private final RestoreOrder order;
    private final ChangeListener listener;
    private final List<String> notes = new ArrayList<>();

    /**
     * @param programs finds PostgreSQL's programs
     * @param listener is told how it makes its way
     */
    public Restore(Workplace workplace, ProgramFinder programs, RestoreOrder order, ChangeListener listener) {
        this.workplace = workplace;
        this.programs = programs;
        this.order = order;
        this.listener = listener;
    }

    /**
     * What was restored.
     *
     * @param manifest of the backup
     * @param database whether the database was made, filled or replaced
     * @param notes what is not as it was, or is otherwise to be known; a sentence each
     */
    public record Result(Manifest manifest, RestoreTarget.State database, List<String> notes) {
        public Result {
            notes = List.copyOf(notes);
        }
    }

    /**
     * @throws GoalStoppedException when the backup can not be used, the database is not empty, or what was restored is not what was backed
     *     up
     */
    public Result run() {
        try {
            RestoredBackup backup = RestoredBackup.read(order.manifest());
            Manifest manifest = backup.manifest();
            RestoreTarget target = RestoreTarget.find(workplace.database(), manifest, order.over());
            DatabaseIdentity server = target.onServer(DatabaseIdentity::read);
            Archiver archiver =
                    new Archiver(programs.toRestore(manifest.origin().programMajor(), Backup.major(server)));
            requireRoles(target, manifest);
            target.prepare();
            List<String> differences;
            try {
                differences = fill(target.filled(), archiver, backup);
            } catch (RuntimeException | SQLException e) {
                target.abandon();
                throw e;
            }
            if (!differences.isEmpty()) {
                throw new GoalStoppedException("What was restored is not what was backed up: " + some(differences)
                        + ". It is left for you to look at, in the database "
                        + target.filled().database() + ".");
            }
            target.takeOver();
            if (manifest.schema().isEmpty()) {
                properties(manifest);
            }
            return new Result(manifest, target.state(), notes);
        } catch (BackupFileException | LockedException e) {
            throw new GoalStoppedException(e.getMessage());
        } catch (NoClientProgramsException e) {
            throw new GoalStoppedException(e.getMessage() + " To restore, " + e.remedy() + ".");
        } catch (ProgramFailedException e) {
            throw new GoalStoppedException("Nothing was restored: " + e.getMessage());
        } catch (SQLException e) {
            throw new GoalFailedException("Restoring into " + workplace.database() + " failed: " + e.getMessage(), e);
        }
    }

    private static String some(List<String> differences) {
        int shown = Math.min(SHOWN, differences.size());
        return String.join("; ", differences.subList(0, shown))
                + (differences.size() > shown ? "; and " + (differences.size() - shown) + " more" : "");
    }

    /** Returns what is not as it was. */
    private List<String> fill(ConnectionSettings database, Archiver archiver, RestoredBackup backup)
            throws SQLException {
        Manifest manifest = backup.manifest();
        if (manifest.schema().isEmpty()) {
            restore(database, archiver, backup, Optional.empty());
            publicSchema(database, manifest);
            return new RestoredState(database, listener).differences(manifest, List.of(), notes::add);
        }
        try (DumpMoment moment = DumpMoment.open(database)) {
            TreeSet<String> present = new TreeSet<>();
            for (Definition definition : Definitions.read(moment.reader())) {
                present.add(definition.object());
            }
            ChosenItems chosen = ChosenItems.of(manifest.selection(), present);
            restore(database, archiver, backup, Optional.of(chosen.lines()));
            publicSchema(database, manifest);
            List<String> differences =
                    new RestoredState(database, listener).differences(manifest, chosen.leftOut(), notes::add);
            for (ChosenItems.LeftOut left : chosen.leftOut()) {
                if (left.item().object().isPresent()) {
                    notes.add("Left out: " + left + ", which is not in this database");
                }
            }
            for (String object : chosen.added()) {
                notes.add("Made besides, since the schema needs it: " + object
                        + (object.startsWith("sequence ") ? ", which begins anew" : ""));
            }
            return differences;
        }
    }

    private void restore(
            ConnectionSettings database, Archiver archiver, RestoredBackup backup, Optional<List<String>> lines) {
        DumpProgress progress = new DumpProgress();
        int tables = backup.manifest().rows().size();
        Optional<Path> list = lines.map(Restore::write);
        try {
            archiver.restore(
                    backup.archive(),
                    database,
                    list,
                    line -> progress.table(line)
                            .ifPresent(table ->
                                    listener.on(new Event.AtTable("restoring", table, progress.tables(), tables))));
        } finally {
            list.ifPresent(Restore::delete);
        }
        progress.warnings().forEach(warning -> notes.add("pg_restore warned: " + warning));
    }

    private static Path write(List<String> lines) {
        try {
            return Files.write(Files.createTempFile("schema", ".list"), lines);
        } catch (IOException e) {
            throw new BackupFileException("A list of what is restored can not be written: " + e.getMessage(), e);
        }
    }

    private static void delete(Path list) {
        try {
            Files.deleteIfExists(list);
        } catch (IOException e) {
            throw new BackupFileException("The list " + list + " can not be deleted", e);
        }
    }

    private static void requireRoles(RestoreTarget target, Manifest manifest) throws SQLException {
        TreeSet<String> missing = new TreeSet<>(manifest.roles());
        missing.removeAll(target.onServer(RestoredState::roles));
        if (!missing.isEmpty()) {
            List<String> statements = missing.stream()
                    .map(role -> "CREATE ROLE " + Identifier.of(role).sql() + ";")
                    .toList();
            throw new GoalStoppedException("Nothing was restored: what the backup holds belongs to roles, or names"
                    + " roles, that this server does not have, and a backup of a database has no roles. Make them: "
                    + String.join(" ", statements));
        }
    }

    /** Where the dump took for granted what this server does not. */
    private void publicSchema(ConnectionSettings database, Manifest manifest) throws SQLException {
        if (manifest.objects().containsKey("schema public")) {
            try (Connection connection = Connector.connect(database)) {
                for (String failure : new DatabasePropertiesWriter(connection, Identifier.of(database.database()))
                        .writePublicSchema(manifest.database())) {
                    notes.add("Not restored: " + failure);
                }
            }
        }
    }

    /** What a dump leaves out, since it stands beside the database. */
    private void properties(Manifest manifest) throws SQLException {
        try (Connection connection = Connector.connect(workplace.database())) {
            for (String failure : new DatabasePropertiesWriter(
                            connection, Identifier.of(workplace.database().database()))
                    .write(manifest.database())) {
                notes.add("Not restored: " + failure);
            }
        }
    }
}
