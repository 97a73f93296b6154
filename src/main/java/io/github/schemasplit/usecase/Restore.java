package io.github.schemasplit.usecase;

import io.github.schemasplit.backup.Archiver;
import io.github.schemasplit.backup.BackupFileException;
import io.github.schemasplit.backup.Manifest;
import io.github.schemasplit.backup.NoClientProgramsException;
import io.github.schemasplit.backup.ProgramFailedException;
import io.github.schemasplit.backup.ProgramFinder;
import io.github.schemasplit.backup.Restoration;
import io.github.schemasplit.jdbc.Connector;
import io.github.schemasplit.jdbc.DatabaseIdentity;
import io.github.schemasplit.jdbc.DatabaseProperties;
import io.github.schemasplit.jdbc.DatabaseProperties.Grant;
import io.github.schemasplit.jdbc.DatabasePropertiesWriter;
import io.github.schemasplit.jdbc.LockCapacity;
import io.github.schemasplit.jdbc.LockedException;
import io.github.schemasplit.sql.Identifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * {@code schema:restore}: makes a database, or a schema of it, of a backup, and compares it with what was backed up. What fails leaves
 * nothing behind.
 */
public final class Restore {
    private static final int SHOWN = 10;

    /** What is locked with a table besides: where its long values are, and their index. */
    private static final int WITH_TABLE = 2;

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
            if (target.state() == RestoreTarget.State.FILLED) {
                requireLocks(target, manifest);
            }
            target.require(listener);
            fill(target, archiver, backup);
            target.takeOver(order.persistence().attempts(), listener, notes::add);
            return new Result(manifest, target.state(), notes);
        } catch (RuntimeException | SQLException e) {
            throw told(e);
        }
    }

    /** What went wrong, as the goal says it. */
    private RuntimeException told(Exception cause) {
        if (cause instanceof BackupFileException || cause instanceof LockedException) {
            return new GoalStoppedException(cause.getMessage());
        }
        if (cause instanceof NoClientProgramsException e) {
            return new GoalStoppedException(e.getMessage() + " To restore, " + e.remedy() + ".");
        }
        if (cause instanceof ProgramFailedException) {
            return new GoalStoppedException("Nothing was restored: " + cause.getMessage());
        }
        return cause instanceof RuntimeException e
                ? e
                : new GoalFailedException(
                        "Restoring into " + workplace.database() + " failed: " + cause.getMessage(), cause);
    }

    /** All of it in one transaction, so that nothing is left of what fails, holds a lock on each thing that it makes. */
    private void requireLocks(RestoreTarget target, Manifest manifest) throws SQLException {
        long locks = manifest.objects().size();
        for (String object : manifest.objects().keySet()) {
            if ((object.startsWith("table ") && !object.startsWith("table constraint "))
                    || object.startsWith("materialized view ")) {
                locks += WITH_TABLE;
            }
        }
        LockLimit.require(
                target.onServer(LockCapacity::read),
                locks,
                "The restore in one transaction",
                "Name a database that does not exist yet in schema.url: it is made, and filled piece by piece; or ");
    }

    private void fill(RestoreTarget target, Archiver archiver, RestoredBackup backup) throws SQLException {
        boolean alone = target.state() != RestoreTarget.State.FILLED;
        RestoreRun run = new RestoreRun(target.filled(), archiver, backup, order, alone, listener, notes::add);
        List<RestoredState.Difference> differences;
        try {
            target.prepare(notes::add);
            differences = backup.manifest().schema().isPresent() ? new SchemaRestore(run).restore() : whole(run);
            if (differences.isEmpty()) {
                // Before it has the name by which others know it, if it is to get that.
                properties(run);
            }
        } catch (RuntimeException | SQLException e) {
            throw abandoned(target, e);
        }
        target.keep();
        if (!differences.isEmpty()) {
            throw new GoalStoppedException("What was restored is not what was backed up: " + some(differences)
                    + ". It is left for you to look at, in the database "
                    + target.filled().database()
                    + (alone
                            ? ", to which its owner alone may connect."
                            : differences.stream().anyMatch(RestoredState.Difference::access)
                                    ? ". Others may see more in it than they should: mend that at once, or drop it."
                                    : "."));
        }
    }

    private static void properties(RestoreRun run) throws SQLException {
        DatabaseProperties wanted = run.manifest().database();
        if (run.manifest().schema().isEmpty()) {
            run.tell(write(run, writer -> writer.write(wanted)));
        } else if (run.alone()) {
            run.tell(write(run, writer -> writer.writePrivileges(wanted)));
        }
    }

    /** The reason stays the reason where what was made can not be dropped, too. */
    private RuntimeException abandoned(RestoreTarget target, Exception cause) {
        Optional<String> left = target.abandon(cause);
        RuntimeException told = told(cause);
        return left.isEmpty()
                ? told
                : new GoalFailedException(
                        told.getMessage() + (String.valueOf(told.getMessage()).endsWith(".") ? " " : ". ") + left.get()
                                + ".",
                        cause);
    }

    private List<RestoredState.Difference> whole(RestoreRun run) throws SQLException {
        if (!run.alone()) {
            requireClosed(run);
        }
        run.restore(new Restoration(Optional.empty(), !run.alone(), run.alone() ? order.jobs() : 1));
        run.publicSchema();
        return new RestoredState(run.database(), listener).differences(run.manifest(), Set.of(), notes::add);
    }

    /** A database that is there lets in whom it lets in, also while it is filled. */
    private void requireClosed(RestoreRun run) throws SQLException {
        List<Grant> wanted = run.manifest().database().privileges();
        List<Grant> more = new ArrayList<>(present(run).privileges());
        more.removeAll(wanted);
        if (!more.isEmpty()) {
            write(run, writer -> writer.writePrivileges(run.manifest().database()));
            more.retainAll(present(run).privileges());
        }
        if (!more.isEmpty()) {
            Identifier name = Identifier.of(run.database().database());
            throw new GoalStoppedException("Nothing was restored: the database " + name
                    + " lets in others than the one that was backed up, and this role may not change that. Have its owner do"
                    + " so: "
                    + more.stream()
                            .map(grant -> "REVOKE " + grant.privilege() + " ON DATABASE " + name + " FROM "
                                    + grant.grantee()
                                            .map(role -> Identifier.of(role).sql())
                                            .orElse("PUBLIC") + ";")
                            .collect(Collectors.joining(" ")));
        }
    }

    private static DatabaseProperties present(RestoreRun run) throws SQLException {
        try (Connection connection = Connector.connect(run.database())) {
            return DatabaseProperties.read(connection);
        }
    }

    /** What is given to the database itself. */
    @FunctionalInterface
    private interface Writing {
        List<String> write(DatabasePropertiesWriter writer) throws SQLException;
    }

    /** What a dump leaves out, since it stands beside the database; returns what could not be done. */
    private static List<String> write(RestoreRun run, Writing writing) throws SQLException {
        try (Connection connection = Connector.connect(run.database())) {
            return writing.write(new DatabasePropertiesWriter(
                    connection, Identifier.of(run.database().database())));
        }
    }

    private static String some(List<RestoredState.Difference> differences) {
        int shown = Math.min(SHOWN, differences.size());
        List<String> texts = differences.stream()
                .sorted(Comparator.comparing(d -> !d.access()))
                .map(RestoredState.Difference::text)
                .toList();
        return String.join("; ", texts.subList(0, shown))
                + (texts.size() > shown ? "; and " + (texts.size() - shown) + " more" : "");
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
}
