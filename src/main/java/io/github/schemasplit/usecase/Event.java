package io.github.schemasplit.usecase;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.backup.Manifest;
import io.github.schemasplit.hazard.Hazard;
import io.github.schemasplit.jdbc.Blocker;
import io.github.schemasplit.jdbc.DatabaseSession;
import io.github.schemasplit.jdbc.LockTaken;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.report.RehearsalFingerprint;
import io.github.schemasplit.sql.QualifiedName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What happens on a goal's way. A closed set; each says itself how it reads. */
public sealed interface Event {
    /** What takes its time from now on, such as {@code connecting}; empty when that is the same as before. */
    default Optional<String> underWay() {
        return Optional.empty();
    }

    /** What is worth a line at once, whether or not it takes its time. */
    default List<String> lines() {
        return List.of();
    }

    /** Whether the lines are a warning. */
    default boolean isWarning() {
        return false;
    }

    /** One whose lines are a warning. */
    sealed interface Warning extends Event {
        @Override
        default boolean isWarning() {
            return true;
        }
    }

    /** A part of a goal's work begins. */
    enum Phase implements Event {
        CONNECTING("connecting"),
        READING("reading the catalog"),
        STAGING("making a copy"),
        ANALYSING("analysing and planning"),
        PLANNING("reading the catalog and planning"),
        PREPARING("looking what is in the way"),
        LOOKING_AGAIN("looking at the database again"),
        READING_SOURCES("reading the sources");

        private final String text;

        Phase(String text) {
            this.text = text;
        }

        @Override
        public Optional<String> underWay() {
            return Optional.of(text);
        }
    }

    /**
     * The migration has severe hazards, and goes on.
     *
     * @param hazards which
     * @param accepted whether somebody had to accept them; else nobody uses the database
     */
    record Hazardous(List<Hazard> hazards, boolean accepted) implements Event {
        public Hazardous {
            hazards = List.copyOf(hazards);
        }

        @Override
        public List<String> lines() {
            return HazardCheck.told(hazards, accepted);
        }

        @Override
        public boolean isWarning() {
            return accepted;
        }
    }

    /** A change is committed, with its entry in the journal. */
    record Committed(UUID entry) implements Event {}

    /**
     * All is ready for a change, and nothing is done yet; told once a transaction.
     *
     * @param whole all that is to be done, with what later transactions do
     * @param assignment which object belongs where, where it moves any
     * @param rehearsable works out what a rehearsal of that has for its fingerprint; empty where it is not what can be rehearsed as a whole
     */
    record Ready(Plan whole, Optional<Assignment> assignment, Supplier<Optional<RehearsalFingerprint>> rehearsable)
            implements Event {}

    /**
     * A notice could not be given to somebody; that does not stop the change.
     *
     * @param notice which notice, such as {@code before}
     * @param receiver who was to get it, such as {@code the webhook}
     * @param reason why not
     */
    record NoticeFailed(String notice, String receiver, String reason) implements Warning {
        @Override
        public List<String> lines() {
            return List.of("The notice '" + notice + "' did not reach " + receiver + ": " + reason
                    + ". The goal goes on without it.");
        }
    }

    /**
     * The journal lost what a rollback of old entries would need, as the user wants it.
     *
     * @param entries how many
     */
    record LetGo(int entries) implements Event {
        @Override
        public List<String> lines() {
            return List.of("By schema.keepFor the journal let go of what a rollback of " + entries
                    + (entries == 1 ? " old entry" : " old entries") + " would need.");
        }
    }

    /**
     * A change is made, and something that follows it could not be done.
     *
     * @param what what was not done, as a clause
     * @param reason why not
     */
    record LeftUndone(String what, String reason) implements Warning {
        @Override
        public List<String> lines() {
            return List.of(what + ": " + reason + " All else is done.");
        }
    }

    /**
     * A change is sent to the server, which answers when all of it is done or undone.
     *
     * @param number which attempt it is, from 1
     * @param statements how many statements it has
     * @param relations how many relations it locks
     */
    record Attempt(int number, int statements, int relations) implements Event {
        @Override
        public Optional<String> underWay() {
            return Optional.of("attempt " + number + " (" + statements
                    + (statements == 1 ? " statement, " : " statements, ") + relations
                    + (relations == 1 ? " relation" : " relations") + " to lock)");
        }
    }

    /**
     * It looks whether sessions use old names.
     *
     * @param time for how long
     */
    record Watching(Duration time) implements Event {
        @Override
        public Optional<String> underWay() {
            return Optional.of("looking for " + time.toSeconds() + " s whether sessions use the old names");
        }
    }

    /**
     * A batch of a change that has several is made.
     *
     * @param number which batch of this run it is, from 1
     * @param objects how many objects were moved with it
     * @param remaining how many are still to be moved
     * @param entry its entry in the journal
     */
    record Batch(int number, long objects, long remaining, UUID entry) implements Event {
        @Override
        public List<String> lines() {
            return List.of("Batch " + number + ": moved " + objects + " objects, " + remaining + " left.");
        }
    }

    /**
     * Others were in the way of an attempt, and it will be tried again.
     *
     * @param attempt which attempt it was, from 1
     * @param took how long it took, so that nothing was shut for longer
     * @param reason what they were in the way of, and who they are
     * @param pause how long until the next
     */
    record Busy(int attempt, Duration took, String reason, Duration pause) implements Event {
        @Override
        public List<String> lines() {
            return List.of("Attempt " + attempt + ", of " + Lengths.text(took) + ": " + reason
                    + ". Nothing was changed; again in " + Lengths.text(pause) + ".");
        }

        @Override
        public Optional<String> underWay() {
            return Optional.of("pausing before attempt " + (attempt + 1));
        }
    }

    /**
     * Another run is at work on the database and is waited for; told once.
     *
     * @param holder who it is, such as {@code pid 4711, application 'schema-maven-plugin'}
     */
    record OtherRun(String holder) implements Event {
        @Override
        public List<String> lines() {
            return List.of("Waiting for another run to end: " + holder);
        }

        @Override
        public Optional<String> underWay() {
            return Optional.of("waiting for another run to end");
        }
    }

    /**
     * A change was refused since others changed the database's schema after it was read, or may have; it was planned again.
     *
     * @param changes what they changed, a clause each; empty when no object of the database shows it
     */
    record CatalogChanged(List<String> changes) implements Event {
        @Override
        public List<String> lines() {
            return List.of(
                    changes.isEmpty()
                            ? "What was planned no longer fits the database: planned again."
                            : "Others changed the database's schema meanwhile (" + String.join(", ", changes)
                                    + "): planned again.");
        }
    }

    /**
     * Backups that were not made to their end, since they were killed.
     *
     * @param files what they left
     */
    record HalfBackups(List<Path> files) implements Warning {
        public HalfBackups {
            files = List.copyOf(files);
        }

        @Override
        public List<String> lines() {
            return List.of("An earlier backup was killed, or another one is being made: it has left "
                    + Words.some(files) + ", with rows of the database. If no other one is being made, delete that.");
        }
    }

    /** The database was restored from a dump after its journal was written: what that tells of is found by its names. */
    record Restored() implements Event {
        @Override
        public List<String> lines() {
            return List.of(
                    "The database was restored from a dump since the migration, so that its objects have other OIDs than"
                            + " the journal says: they are taken by their names.");
        }
    }

    /**
     * Event triggers wrote rows while the change was made, which stay.
     *
     * @param tables where; none of them moved
     */
    record RowsWritten(List<QualifiedName> tables) implements Event {
        public RowsWritten {
            tables = List.copyOf(tables);
        }

        @Override
        public List<String> lines() {
            return List.of("Event triggers wrote rows during the change in "
                    + String.join(", ", tables.stream().map(QualifiedName::sql).toList()) + ".");
        }
    }

    /**
     * A change is made, for whoever watches its locks.
     *
     * @param locks those that its statements took, in order
     */
    record LocksTaken(List<LockTaken> locks) implements Event {
        public LocksTaken {
            locks = List.copyOf(locks);
        }
    }

    /** The connection was lost before the server's answer; whether the change was made is looked up in the journal. */
    record ConnectionLost() implements Warning {
        @Override
        public List<String> lines() {
            return List.of("The connection was lost before the server's answer. Looking up in the journal whether the"
                    + " change was made.");
        }

        @Override
        public Optional<String> underWay() {
            return Optional.of("looking for the change in the journal");
        }
    }

    /**
     * Transactions are in the way before the first attempt, and not likely to end soon.
     *
     * @param blockers who they are
     * @param ended those of them whose sessions were told to end
     */
    record Blocked(List<Blocker> blockers, List<Blocker> ended) implements Warning {
        public Blocked {
            blockers = List.copyOf(blockers);
            ended = List.copyOf(ended);
        }

        @Override
        public List<String> lines() {
            return blockers.stream()
                    .map(b -> "In the way: " + b + ". "
                            + (ended.contains(b)
                                    ? "Its session was ended."
                                    : "To be done about it: " + b.kind().remedy() + "."))
                    .toList();
        }
    }

    /**
     * The lock timeout that was asked for is not below the server's {@code deadlock_timeout}.
     *
     * @param wanted what was asked for
     * @param deadlock the server's setting
     * @param used what is used instead
     */
    record LockTimeoutLowered(Duration wanted, Duration deadlock, Duration used) implements Warning {
        @Override
        public List<String> lines() {
            return List.of("schema.lockTimeout is " + Lengths.text(wanted) + ", which is not below the server's"
                    + " deadlock_timeout of " + Lengths.text(deadlock) + ": " + Lengths.text(used)
                    + " are used, so that in a deadlock this goal gives way and no client does.");
        }
    }

    /**
     * Others are in the database that a restore is to replace in the end.
     *
     * @param database its name
     * @param sessions who they are
     */
    record InReplaced(String database, List<DatabaseSession> sessions) implements Warning {
        public InReplaced {
            sessions = List.copyOf(sessions);
        }

        @Override
        public List<String> lines() {
            return List.of("Others are in the database " + database + ", which is to be replaced: "
                    + Words.some(sessions)
                    + ". It takes its name from it once the backup is restored, and can not while"
                    + " they are there: end them by then, and keep pools from connecting anew.");
        }
    }

    /**
     * A backup or a restore is at a table.
     *
     * @param work what it does there, such as {@code dumping}
     * @param table the table
     * @param number which table it is, from 1
     * @param tables how many there are
     */
    record AtTable(String work, String table, int number, int tables) implements Event {
        @Override
        public Optional<String> underWay() {
            return Optional.of(work + " table " + number + " of " + tables + ", " + table);
        }
    }

    /** There is a backup; its manifest is in the file. */
    record BackedUp(Path file, Manifest manifest) implements Event {
        @Override
        public List<String> lines() {
            return List.of("Backup: " + file + ", of " + manifest.madeAt()
                    + (manifest.data()
                            ? ", " + manifest.allRows() + " rows in "
                                    + manifest.rows().size() + " tables"
                            : ", without rows")
                    + ", checked.");
        }
    }
}
