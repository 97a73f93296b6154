package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.Observation;
import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.jdbc.ObservationRows;
import io.github.schemasplit.jdbc.Observations;
import io.github.schemasplit.jdbc.Observations.Moment;
import io.github.schemasplit.report.ComparisonJson;
import io.github.schemasplit.report.ComparisonReport;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.watch.Comparison;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code schema:info -Dschema.compare}: how fast statements were before the last move of objects, and how fast they are since. */
public final class Compare {
    /** The report's file. */
    public static final String FILE = "comparison.json";

    private final Workplace workplace;

    public Compare(Workplace workplace) {
        this.workplace = workplace;
    }

    /**
     * Compares, and writes {@value #FILE}. The time after the move ends where it was taken back.
     *
     * @throws GoalStoppedException when there is nothing to compare; the message says why and what to do
     */
    public Result run() {
        ComparisonReport report = Session.run(workplace, false, ChangeListener.NONE, this::compare);
        WrittenFile file = new OutputDirectory(workplace.outputDirectory()).write(FILE, ComparisonJson.write(report));
        return new Result(report, file);
    }

    private ComparisonReport compare(Connection connection) throws SQLException {
        List<JournalEntry> history = workplace.journal(connection).history();
        List<JournalEntry> move = lastMove(history);
        JournalEntry first = move.get(0);
        Observations observations =
                new Observations(connection, workplace.journalSchema(), workplace.statementTimeout());
        Moments moments = new Moments(history, observations.moments());
        Moment at = moments.before(move);
        List<JournalEntry> back = rollbacks(history, move);
        Observation end = back.isEmpty()
                ? ObservationRows.read(connection, workplace.journalSchema(), workplace.statementTimeout())
                : observations.at(moments.before(back));
        Optional<Moment> start = moments.beginning(first, at);
        Observation then = observations.at(at);
        requireSame(then, end, first);
        return new ComparisonReport(
                first.number(),
                first.id(),
                first.appliedAt(),
                at.entry().isPresent(),
                !back.isEmpty(),
                Comparison.of(
                        start.isPresent() ? Optional.of(observations.at(start.get())) : Optional.empty(),
                        then,
                        end,
                        moves(move)));
    }

    /** Another database, and another server, count from another beginning. */
    private void requireSame(Observation then, Observation end, JournalEntry entry) {
        if (then.database() != end.database() || then.standby() != end.standby() || entry.restored()) {
            throw new GoalStoppedException("There is nothing to compare: " + workplace.database()
                    + " is a copy, a restored database or a standby of the one that was migrated, and counts by itself."
                    + " Compare there.");
        }
    }

    /** The entries of the last migration that moved something, whether or not it was taken back; one for each of its batches. */
    private List<JournalEntry> lastMove(List<JournalEntry> history) {
        Optional<UUID> migration = history.stream()
                .filter(e -> e.action() == JournalAction.MIGRATE && (e.letGo() ? !e.endedOldNames() : hasMoves(e)))
                .map(e -> e.batch().migration())
                .reduce((earlier, later) -> later);
        if (migration.isEmpty()) {
            throw new GoalStoppedException("There is nothing to compare: the journal in schema "
                    + workplace.journalSchema() + " of " + workplace.database()
                    + " tells of no migration. Compare after schema:migrate.");
        }
        List<JournalEntry> entries = history.stream()
                .filter(e -> e.action() == JournalAction.MIGRATE
                        && e.batch().migration().equals(migration.get()))
                .toList();
        if (entries.stream().anyMatch(JournalEntry::letGo)) {
            throw new GoalStoppedException(
                    "There is nothing to compare: by schema.keepFor the journal has let go of what"
                            + " the last migration moved.");
        }
        return entries;
    }

    private static boolean hasMoves(JournalEntry entry) {
        return entry.plan().moves().findAny().isPresent();
    }

    /** What took it back; one for each of its batches. */
    private static List<JournalEntry> rollbacks(List<JournalEntry> history, List<JournalEntry> move) {
        List<UUID> ids = move.stream().map(JournalEntry::id).toList();
        return history.stream()
                .filter(e -> e.rolledBack().filter(ids::contains).isPresent())
                .toList();
    }

    private static Map<QualifiedName, QualifiedName> moves(List<JournalEntry> entries) {
        Map<QualifiedName, QualifiedName> moves = new HashMap<>();
        entries.forEach(entry -> entry.plan()
                .moves()
                .forEach(move -> moves.put(move.name(), move.name().in(move.target()))));
        return moves;
    }

    /**
     * @param report what was found
     * @param file where all of it was written
     */
    public record Result(ComparisonReport report, WrittenFile file) {}
}
