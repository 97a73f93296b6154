package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.StateChange;
import io.github.schemasplit.catalog.StateChanges;
import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.plan.CreateRole;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.Planner;
import io.github.schemasplit.report.AnalysisReport;
import io.github.schemasplit.report.MoveSummary;
import io.github.schemasplit.report.Moves;
import io.github.schemasplit.report.RehearsalFingerprint;
import io.github.schemasplit.report.RehearsalReport;
import io.github.schemasplit.report.RehearsedCopy;
import io.github.schemasplit.report.RehearsedDatabase;
import io.github.schemasplit.report.RehearsedLoad;
import io.github.schemasplit.report.RehearsedRoutines;
import io.github.schemasplit.verify.Expectation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The way of a rehearsal, step by step. */
final class RehearsalRun {
    /** For how long clients go on after the migration: what they ask for by old names fails then. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(1);

    private final Workplace workplace;
    private final RehearsalTerms terms;
    private final ParsedMapping parsed;
    private final Mapping mapping;
    private final AnalysisReport analysis;
    private final RehearsalFingerprint fingerprint;
    private final RehearsedDatabase database;
    private final ChangeListener listener;
    private final RehearsalSteps steps = new RehearsalSteps();
    private final LockListener locks;
    private final CopyDefinitions definitions;
    private final StagedCopy staged;
    private RehearsedCopy copy;
    private Optional<Assignment> before = Optional.empty();
    private Plan plan = new Plan(List.of());
    private Optional<Moves> moves = Optional.empty();
    private RehearsedRoutines routines = RehearsedRoutines.NONE;
    private Optional<RehearsedLoad> load = Optional.empty();

    /**
     * @param workplace where the copy is, for the role that the database is read as
     * @param analysis that of the database that is copied
     * @param database which one that is
     */
    RehearsalRun(
            Workplace workplace,
            RehearsalTerms terms,
            ParsedMapping parsed,
            AnalysisReport analysis,
            RehearsalFingerprint fingerprint,
            RehearsedDatabase database,
            StagedCopy staged,
            ChangeListener listener) {
        this.workplace = workplace;
        this.terms = terms;
        this.parsed = parsed;
        this.mapping = parsed.mapping().orElseThrow();
        this.analysis = analysis;
        this.fingerprint = fingerprint;
        this.database = database;
        this.staged = staged;
        this.copy = staged.empty();
        this.listener = listener;
        this.locks = new LockListener(listener);
        this.definitions = new CopyDefinitions(
                staged.workplace(),
                terms.copiers()
                        .findIfThereIs(analysis.assignment().database().server().major()));
    }

    RehearsalReport run() {
        Assignment source = analysis.assignment();
        RoutineComparison comparison = new RoutineComparison(staged.workplace(), listener);
        steps.run("copy", () -> {
            copy = staged.fill(source.database());
            return copy.content();
        });
        steps.run("analyze", this::analyze);
        steps.run("dump", definitions::keep);
        steps.run("backup", this::backedUp);
        steps.run("routines before", () -> comparison.before(before.orElseThrow()));
        steps.run("migrate", this::migratedFirst);
        steps.run("verify", () -> verified(Expectation.MIGRATED));
        steps.run("routines after", () -> {
            routines = comparison.after(assignment());
            routines.failing()
                    .forEach(failing -> steps.problem("Routine " + failing.routine()
                            + " fails after the migration and does not before it: " + failing.error()));
            return Words.count(routines.checked(), "routine") + RoutineComparison.besides(routines.unchecked());
        });
        steps.run("rollback", this::rolledBack);
        steps.run("compare", this::compared);
        steps.run("migrate again", this::migratedUnderLoad);
        steps.run("contract", this::contracted);
        return new RehearsalReport(
                fingerprint,
                database,
                MoveSummary.of(source),
                AllowedHazards.NONE.refused(analysis.hazards()),
                copy,
                steps.all(),
                locks.report(),
                routines,
                load,
                steps.problems());
    }

    /** What is to be done on the copy has to be what is to be done in earnest. */
    private String analyze() {
        AnalysisReport report = new Analyze(workplace, listener).run(mapping).report();
        if (report.hasErrors()) {
            throw new GoalStoppedException(
                    "The copy cannot be migrated as the mapping says" + because(), report.findings());
        }
        before = Optional.of(report.assignment());
        plan = report.plan();
        staged.owns(Planner.roles(report.assignment()).stream()
                .map(CreateRole::role)
                .toList());
        PlanDifference difference = PlanDifference.of(analysis, report);
        if (!difference.isNone()) {
            steps.problem(
                    "The copy is not as the database, so that another migration was rehearsed than the one that is to be"
                            + " done" + difference + because());
        }
        return Words.count(report.plan().operations().size(), "statement");
    }

    /** As before a migration in earnest; it goes at once. */
    private String backedUp() {
        definitions.required();
        try (DumpDirectory directory = DumpDirectory.create()) {
            List<Backup.Made> made = new Backup(
                            workplace, terms.copiers().programs(), BackupOrder.whole(directory.path(), true), listener)
                    .run();
            return Words.count(made.size(), "archive") + ", checked";
        }
    }

    private String because() {
        if (!copy.missingExtensions().isEmpty()) {
            return "; its server lacks " + Words.some(copy.missingExtensions())
                    + ": name one that has it with schema.staging=docker:<image>";
        }
        return terms.content().makesRoles()
                ? "; the scripts do not make the database as it is: a dump does, with schema.rehearse.from=dump"
                : "";
    }

    /** What was moved; empty where the migration failed. */
    Optional<Moves> moves() {
        return moves;
    }

    private String migratedFirst() {
        Migrate.Result result = migrate(locks.watching());
        moves = result.assignment().map(assignment -> new Moves(result.plan(), assignment));
        return told(result);
    }

    private Migrate.Result migrate(ChangeListener watching) {
        Migrate.Result result = staged.serving(
                plan,
                () -> new Migrate(workplace, AllowedHazards.NONE, terms.batching(), terms.persistence(), watching)
                        .run(parsed));
        locks.shut(result.batches());
        for (Applied batch : result.batches()) {
            batch.doubts().forEach(doubt -> steps.problem(doubt.subject() + ": " + doubt.message()));
        }
        return result;
    }

    private static String told(Migrate.Result result) {
        return result.summary() + " in " + Words.count(result.batches().size(), "transaction");
    }

    private String verified(Expectation expectation) {
        Verify.Result result = new Verify(workplace, listener).run(mapping, expectation, true);
        for (Finding finding : result.report().findings()) {
            if (finding.isError()) {
                steps.problem(finding.subject() + ": " + finding.message());
            }
        }
        return Words.count(result.report().findings().size(), "finding");
    }

    private String rolledBack() {
        Rollback.Result result =
                staged.serving(plan, () -> new Rollback(workplace, false, terms.persistence(), listener).run());
        result.left().forEach(left -> steps.problem("The rollback does not take back all: " + left));
        return Words.count(
                result.entries().stream()
                        .mapToInt(entry -> entry.plan().operations().size())
                        .sum(),
                "statement");
    }

    /** After the rollback all is as it was before the migration, to the order of each ACL. */
    private String compared() {
        verified(Expectation.ORIGINAL);
        ObjectStates then = states(before.orElseThrow().database());
        ObjectStates now = states(snapshot());
        for (StateChange change : StateChanges.between(then, now)) {
            steps.problem("After the rollback " + change.describe());
        }
        definitions
                .difference()
                .ifPresent(difference -> steps.problem("After the rollback the dump is another: " + difference));
        return Words.count(now.states().size(), "object") + (definitions.isKept() ? " and the dump" : "");
    }

    private String migratedUnderLoad() {
        if (terms.load().isEmpty()) {
            return told(migrate(locks.waiting()));
        }
        try (RehearsalLoad clients =
                RehearsalLoad.start(workplace.database(), terms.load().get())) {
            try {
                String done = told(migrate(locks.waiting()));
                Waiting.sleep(AFTERWARDS);
                return done;
            } finally {
                RehearsedLoad met = clients.measured();
                load = Optional.of(met);
                met.failures()
                        .forEach((failure, times) -> steps.problem(
                                "Clients fail while it is migrated, or after it (" + times + " times): " + failure));
            }
        }
    }

    /** It may be refused: in earnest some days lie between, in which whoever uses old names learns the new ones. */
    private String contracted() {
        Contract.Terms all = new Contract.Terms(List.of(), false, Duration.ZERO, Duration.ZERO);
        try {
            Contract.Result result = new Contract(workplace, all, terms.persistence(), listener).run();
            return result.plan().isEmpty()
                    ? "there are no old names to end"
                    : Words.count(result.plan().operations().size(), "statement");
        } catch (GoalStoppedException e) {
            throw new RehearsalSteps.RefusedException(RehearsalSteps.text(e));
        }
    }

    private Snapshot snapshot() {
        return Session.run(
                workplace,
                false,
                listener,
                connection -> new CatalogReader(workplace.statementTimeout()).readInOwnTransaction(connection));
    }

    private Assignment assignment() {
        return Session.run(
                workplace,
                false,
                listener,
                connection -> PolicyReader.assign(
                        connection,
                        workplace.statementTimeout(),
                        new CatalogReader(workplace.statementTimeout()).readInOwnTransaction(connection),
                        mapping));
    }

    private ObjectStates states(Snapshot snapshot) {
        return ObjectStates.of(snapshot, workplace.journalSchema());
    }
}
