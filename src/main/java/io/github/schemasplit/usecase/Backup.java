package io.github.schemasplit.usecase;

import io.github.schemasplit.backup.Archiver;
import io.github.schemasplit.backup.BackupFileException;
import io.github.schemasplit.backup.ClientPrograms;
import io.github.schemasplit.backup.Manifest;
import io.github.schemasplit.backup.NoClientProgramsException;
import io.github.schemasplit.backup.ProgramFailedException;
import io.github.schemasplit.backup.ProgramFinder;
import io.github.schemasplit.jdbc.BusyException;
import io.github.schemasplit.jdbc.DatabaseIdentity;
import io.github.schemasplit.jdbc.Definition;
import io.github.schemasplit.jdbc.DumpLocks;
import io.github.schemasplit.jdbc.DumpMoment;
import io.github.schemasplit.jdbc.LargeObjects;
import io.github.schemasplit.jdbc.LockCapacity;
import io.github.schemasplit.jdbc.LockedException;
import io.github.schemasplit.jdbc.SequencePosition;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * {@code schema:backup}: dumps the database, or schemas of it, and writes beside each archive what it holds. Meanwhile nothing is
 * changed by this tool.
 */
public final class Backup {
    private static final String NOT_ALLOWED = "42501";

    private final Workplace workplace;
    private final ProgramFinder programs;
    private final BackupOrder order;
    private final ChangeListener listener;

    /**
     * @param programs finds PostgreSQL's programs
     * @param listener is told how it makes its way
     */
    public Backup(Workplace workplace, ProgramFinder programs, BackupOrder order, ChangeListener listener) {
        this.workplace = workplace;
        this.programs = programs;
        this.order = order;
        this.listener = listener;
    }

    /**
     * A backup that was made.
     *
     * @param file its manifest
     * @param manifest what is in that
     */
    public record Made(Path file, Manifest manifest) {}

    /**
     * @return a backup for each archive
     * @throws GoalStoppedException when there is no {@code pg_dump} that would do, no place, or a change is being made; there is no backup
     *     then
     */
    public List<Made> run() {
        Before before = Session.run(workplace, false, listener, this::look);
        DatabaseIdentity database = before.database();
        Archiver archiver = new Archiver(programs(database));
        BackupFiles files = new BackupFiles(order.directory(), database.name());
        List<Path> half = files.half();
        if (!half.isEmpty()) {
            listener.on(new Event.HalfBackups(half));
        }
        try (DumpMoment moment = DumpMoment.open(workplace.database())) {
            moment.lockTables(Archiver.LOCK_WAIT);
            files.requireSpace(moment.tables(), before.largeObjects(), order.data());
            listener.on(Event.Phase.READING);
            DumpedState state = DumpedState.read(moment, database, before.sequences(), order.data(), listener);
            List<Made> made = new ArrayList<>();
            for (Optional<String> schema : parts(state)) {
                made.add(new BackupWriter(workplace, archiver, order, files, moment, state, listener).write(schema));
            }
            return made;
        } catch (LockedException e) {
            throw new GoalStoppedException(e.getMessage());
        } catch (BusyException e) {
            throw new GoalStoppedException("There is no backup: " + e.getMessage()
                    + ". Others change a table, and more may have come to wait behind them: run the goal again when they are done"
                    + " (see pg_locks).");
        } catch (ProgramFailedException e) {
            throw new GoalStoppedException("There is no backup: " + e.getMessage() + files.hint(e.getMessage()));
        } catch (BackupFileException e) {
            throw new GoalStoppedException("There is no backup: " + e.getMessage());
        } catch (SQLException e) {
            throw new GoalFailedException(
                    "Reading " + workplace.database() + " failed: " + e.getMessage()
                            + ". There is no backup. "
                            + (NOT_ALLOWED.equals(e.getSQLState())
                                    ? "It needs a role that may read every row: the owner of all tables, a superuser, or one with"
                                            + " pg_read_all_data and BYPASSRLS."
                                    : "Run the goal again."),
                    e);
        }
    }

    /** What is known of the database before it is locked. */
    private record Before(DatabaseIdentity database, List<SequencePosition> sequences, LargeObjects largeObjects) {}

    private Before look(Connection connection) throws SQLException {
        LockLimit.require(
                LockCapacity.read(connection),
                DumpLocks.read(connection).count(order.jobs()),
                "The backup, which locks each table against being emptied or changed,",
                order.jobs() > 1
                        ? "Set schema.backup.jobs=1, which needs fewer; or "
                        : "Dump it with pg_dump by itself, which locks each table once, and have schema:migrate go on with"
                                + " schema.backup=none; or ");
        return new Before(
                DatabaseIdentity.read(connection),
                order.data() ? SequencePosition.read(connection) : List.of(),
                LargeObjects.read(connection));
    }

    private ClientPrograms programs(DatabaseIdentity database) {
        try {
            return programs.toDump(major(database));
        } catch (NoClientProgramsException e) {
            throw new GoalStoppedException(e.getMessage() + " For a backup, " + e.remedy() + ".");
        }
    }

    static int major(DatabaseIdentity database) {
        return Integer.parseInt(database.serverVersion().split("\\D", 2)[0]);
    }

    private List<Optional<String>> parts(DumpedState state) {
        if (order.schemas().isEmpty()) {
            return List.of(Optional.empty());
        }
        TreeSet<String> there = new TreeSet<>();
        for (Definition definition : state.definitions()) {
            definition.schema().ifPresent(there::add);
        }
        TreeSet<String> wanted = new TreeSet<>(order.schemas());
        if (wanted.remove(BackupOrder.EACH)) {
            wanted.addAll(there);
            wanted.remove(workplace.journalSchema().value());
        }
        TreeSet<String> missing = new TreeSet<>(wanted);
        missing.removeAll(there);
        if (!missing.isEmpty()) {
            throw new GoalStoppedException("There is no backup: the database has no schema "
                    + String.join(", ", missing) + ". It has " + String.join(", ", there) + ".");
        }
        return wanted.stream().map(Optional::of).toList();
    }
}
