package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.Analysis;
import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.ScheduledJobs;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.jdbc.Journal;
import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.plan.CompatibilityView;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.report.BaselineReport;
import io.github.schemasplit.report.VerificationJson;
import io.github.schemasplit.report.VerificationReport;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.verify.Expectation;
import io.github.schemasplit.verify.JobComparison;
import io.github.schemasplit.verify.Verifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** {@code schema:verify}: says whether the database is as the mapping and the journal say, and changes nothing. */
public final class Verify {
    /** The report's file. */
    public static final String FILE = "verification.json";

    private static final Set<FindingCode> CHANGES =
            Set.of(FindingCode.CHANGED_SINCE_MIGRATION, FindingCode.GONE_SINCE_MIGRATION);

    private static final Set<FindingCode> ENTRY_ERRORS = Set.of(FindingCode.NAMED_TWICE, FindingCode.CANNOT_MOVE);

    private final Workplace workplace;
    private final ChangeListener listener;

    /**
     * @param listener is told how it makes its way
     */
    public Verify(Workplace workplace, ChangeListener listener) {
        this.workplace = workplace;
        this.listener = listener;
    }

    /** The same where nothing says what may cross schemas. */
    public Result run(Mapping mapping, Expectation expectation, boolean changesFail) {
        return run(mapping, expectation, changesFail, Optional.empty());
    }

    /**
     * Verifies, and writes {@value #FILE}.
     *
     * @param changesFail whether it is an error that objects were changed or dropped since the migration; else a warning
     * @param baseline what may cross schemas, if anything says so; looked at where the database is to be migrated
     */
    public Result run(Mapping mapping, Expectation expectation, boolean changesFail, Optional<BaselineCheck> baseline) {
        return run(mapping, expectation, changesFail, baseline, List.of());
    }

    /**
     * The same with what is found elsewhere.
     *
     * @param further findings that go into the report as well
     */
    public Result run(
            Mapping mapping,
            Expectation expectation,
            boolean changesFail,
            Optional<BaselineCheck> baseline,
            List<Finding> further) {
        Outcome outcome = Session.run(workplace, false, listener, c -> verify(c, mapping, expectation));
        Assignment assignment = outcome.report().assignment();
        // What has no certain place may cross, or not.
        boolean certain = expectation == Expectation.MIGRATED
                && entryErrors(assignment, expectation).findAny().isEmpty();
        BaselineCheck.Outcome crossings =
                baseline.filter(b -> certain).map(b -> b.run(assignment)).orElse(BaselineCheck.Outcome.NOTHING);
        VerificationReport report = (changesFail
                        ? outcome.report()
                        : outcome.report().withWarningsFor(CHANGES))
                .and(crossings.findings())
                .and(further);
        String failure = "The database is not as expected"
                + (outcome.journalled()
                        ? ""
                        : ", and schema:migrate has not run on it (there is no journal in schema "
                                + workplace.journalSchema() + ")")
                + outcome.unfinished()
                        .map(f -> ". " + f.message() + " " + f.remedy() + " In all")
                        .orElse("");
        WrittenFile file = new OutputDirectory(workplace.outputDirectory()).write(FILE, VerificationJson.write(report));
        return new Result(report, file, failure, crossings.report());
    }

    private Stream<Finding> findings(
            Assignment assignment,
            Optional<ObjectStates> states,
            Collection<CompatibilityView> oldNames,
            Expectation expectation) {
        return Stream.concat(
                Verifier.verify(assignment, states, oldNames, workplace.journalSchema(), expectation).stream(),
                entryErrors(assignment, expectation));
    }

    private Outcome verify(Connection connection, Mapping mapping, Expectation expectation) throws SQLException {
        Journal journal = workplace.journal(connection);
        Optional<JournalEntry> last = journal.last();
        Optional<JournalEntry> entry = expectation == Expectation.MIGRATED
                // A rollback leaves what the migration before the one taken back had made.
                ? last.filter(e -> e.action() == JournalAction.MIGRATE).isPresent() ? last : journal.lastMigration()
                : last.filter(e -> e.action() == JournalAction.ROLLBACK);
        if (last.isPresent() && entry.isEmpty()) {
            throw new GoalStoppedException(contradiction(last.get(), expectation));
        }
        listener.on(Event.Phase.READING);
        Snapshot snapshot = new CatalogReader(workplace.statementTimeout()).readInOwnTransaction(connection);
        Optional<JournalEntry> finished = entry.filter(e -> !e.batch().isUnfinished());
        Optional<Finding> unfinished =
                entry.filter(e -> e.batch().isUnfinished()).map(Verify::unfinished);
        Optional<JournalEntry> witness =
                finished.isPresent() ? Optional.of(witness(journal, finished.get())) : Optional.empty();
        boolean restored = witness.isPresent() && witness.get().restored();
        Optional<JournalEntry> comparable =
                witness.filter(e -> e.serverMajor() == snapshot.server().major() && !restored);
        Optional<ObjectStates> states =
                comparable.isPresent() ? states(journal, comparable.get(), expectation) : Optional.empty();
        List<Finding> jobs = comparable.isPresent()
                ? jobs(journal, comparable.get(), snapshot.scheduledJobs(), expectation)
                : List.of();
        Collection<CompatibilityView> oldNames = oldNames(journal);
        Assignment assignment = PolicyReader.assign(connection, workplace.statementTimeout(), snapshot, mapping);
        Stream<Finding> findings = Stream.of(
                        unfinished.stream(),
                        unfinished.isPresent() && expectation == Expectation.ORIGINAL
                                ? Stream.<Finding>empty()
                                : findings(assignment, states, oldNames, expectation),
                        witness
                                .filter(e -> comparable.isEmpty())
                                .map(restored ? Verify::otherDatabase : Verify::otherServer)
                                .stream(),
                        comparable.filter(e -> states.isEmpty()).map(Verify::withoutStates).stream(),
                        jobs.stream())
                .flatMap(f -> f);
        return new Outcome(
                new VerificationReport(
                        assignment,
                        expectation,
                        finished.filter(e -> comparable.isPresent()).map(JournalEntry::id),
                        findings.sorted(Finding.WORST_FIRST).toList()),
                last.isPresent(),
                unfinished);
    }

    /** The compatibility views that migrations have made, and none has dropped; in no order that matters. */
    private static Collection<CompatibilityView> oldNames(Journal journal) throws SQLException {
        Map<QualifiedName, CompatibilityView> left = new TreeMap<>();
        for (JournalEntry entry : journal.migrations()) {
            entry.plan().droppedViews().forEach(view -> left.remove(view.name()));
            entry.plan().madeViews().forEach(view -> left.put(view.name(), entry.restored() ? view.byName() : view));
        }
        return left.values();
    }

    /** A migration that stopped between its batches is not what was asked for, though the database works. */
    private static Finding unfinished(JournalEntry entry) {
        boolean migration = entry.action() == JournalAction.MIGRATE;
        return new Finding(
                FindingCode.UNFINISHED_BATCHES,
                Severity.ERROR,
                "journal entry " + entry.number(),
                (migration ? "The migration" : "The rollback") + " stopped between two of its batches, with "
                        + entry.batch().remaining() + " objects left.",
                migration
                        ? "Run schema:migrate again to finish it, or schema:rollback to take back what was moved."
                        : "Run schema:rollback again to finish it.",
                Optional.empty());
    }

    /** Entries that contradict each other or name what can not move leave tables without a place to be checked against. */
    private static Stream<Finding> entryErrors(Assignment assignment, Expectation expectation) {
        return expectation == Expectation.MIGRATED
                ? Analysis.ofEntries(assignment).stream().filter(f -> ENTRY_ERRORS.contains(f.code()) && f.isError())
                : Stream.empty();
    }

    /** States hold what one major version of the server stores; after an upgrade they say nothing. */
    private static Finding otherServer(JournalEntry entry) {
        return notComparable(entry, "it was written on PostgreSQL " + entry.serverVersion());
    }

    /** States hold OIDs, and say nothing of objects that have others. */
    private static Finding otherDatabase(JournalEntry entry) {
        return notComparable(entry, "the database was restored from a dump since it was written");
    }

    private static Finding withoutStates(JournalEntry entry) {
        return notComparable(
                entry,
                entry.letGo()
                        ? "it no longer holds what the database then was, being older than schema.keepFor said"
                        : "its run ended right after COMMIT, before it could write what the database then was");
    }

    private static Finding notComparable(JournalEntry entry, String why) {
        return new Finding(
                FindingCode.JOURNAL_NOT_COMPARABLE,
                Severity.WARNING,
                "journal entry " + entry.number(),
                why + ", so whether objects changed since can not be said; only the places of tables were checked",
                "nothing: the next migration writes an entry that can be compared",
                Optional.empty());
    }

    /** The entry that holds the states which are expected: those after a migration, or before the one that was rolled back. */
    private static JournalEntry witness(Journal journal, JournalEntry entry) throws SQLException {
        if (entry.action() == JournalAction.MIGRATE) {
            return entry;
        }
        return journal.find(entry.batch().migration())
                .orElseThrow(() -> new GoalStoppedException(
                        "The journal has lost the migration " + entry.batch().migration() + " that entry "
                                + entry.number() + " rolled back: restore the journal from a backup."));
    }

    private static List<Finding> jobs(Journal journal, JournalEntry entry, ScheduledJobs now, Expectation expectation)
            throws SQLException {
        return entry.letGo()
                ? JobComparison.withoutPlan(entry.number(), now)
                : JobComparison.findings(plans(journal, entry, expectation), now, expectation);
    }

    /** The plans of a migration, oldest first; of its entries that were not taken back, where it is to be so. */
    private static List<Plan> plans(Journal journal, JournalEntry entry, Expectation expectation) throws SQLException {
        UUID migration = entry.batch().migration();
        if (expectation == Expectation.MIGRATED && migration.equals(entry.id())) {
            return List.of(entry.plan());
        }
        List<JournalEntry> entries =
                new ArrayList<>(expectation == Expectation.MIGRATED ? journal.entriesOf(migration) : journal.history());
        entries.removeIf(e ->
                e.action() != JournalAction.MIGRATE || !e.batch().migration().equals(migration));
        entries.sort(Comparator.comparingInt(JournalEntry::number));
        return entries.stream().map(JournalEntry::plan).toList();
    }

    private static Optional<ObjectStates> states(Journal journal, JournalEntry entry, Expectation expectation)
            throws SQLException {
        return expectation == Expectation.MIGRATED ? journal.statesAfter(entry) : journal.statesBefore(entry);
    }

    private static String contradiction(JournalEntry last, Expectation expectation) {
        return expectation == Expectation.MIGRATED
                ? "The last migration was rolled back at " + last.appliedAt() + " by " + last.appliedBy()
                        + ": the database is not as the mapping says. Run schema:migrate; or, to check the rollback, say"
                        + " schema.expect=original."
                : "The last thing that the journal tells is the " + Contract.called(last) + " of " + last.appliedAt()
                        + " by " + last.appliedBy()
                        + ", which was not rolled back. Run schema:rollback; or, to check the migration,"
                        + " say schema.expect=migrated.";
    }

    /**
     * @param report what was found
     * @param file where it was written
     * @param failure what a build says first that fails of its errors
     * @param baseline what became of the baseline, if there is one
     */
    public record Result(
            VerificationReport report, WrittenFile file, String failure, Optional<BaselineReport> baseline) {}

    /** What was found, whether the journal tells of anything, and whether that is unfinished. */
    private record Outcome(VerificationReport report, boolean journalled, Optional<Finding> unfinished) {}
}
