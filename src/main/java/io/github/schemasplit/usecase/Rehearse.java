package io.github.schemasplit.usecase;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.diagram.Drawings;
import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.Connections;
import io.github.schemasplit.jdbc.DatabaseIdentity;
import io.github.schemasplit.jdbc.LockCapacity;
import io.github.schemasplit.jdbc.ServerIdentity;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.report.AnalysisReport;
import io.github.schemasplit.report.RehearsalFingerprint;
import io.github.schemasplit.report.RehearsalHtml;
import io.github.schemasplit.report.RehearsalJson;
import io.github.schemasplit.report.RehearsalReport;
import io.github.schemasplit.report.RehearsedDatabase;
import io.github.schemasplit.staging.DisposableDatabase;
import io.github.schemasplit.staging.Original;
import io.github.schemasplit.staging.StagingException;
import java.util.Optional;

/**
 * {@code schema:rehearse}: goes the whole way on a copy that nobody else uses: migrates it, verifies it, checks every routine, takes it
 * back, compares, migrates it again and ends the old names. The database itself is only read.
 */
public final class Rehearse {
    /** The report's file. */
    public static final String FILE = "rehearsal.json";

    /** The same, for people. */
    public static final String PAGE = "rehearsal.html";

    /** The folder for what the goals on the copy write. */
    private static final String DIRECTORY = "rehearsal";

    private final Workplace workplace;
    private final RehearsalTerms terms;
    private final ChangeListener listener;

    /**
     * @param workplace where the database is that is copied
     * @param listener is told how it makes its way
     */
    public Rehearse(Workplace workplace, RehearsalTerms terms, ChangeListener listener) {
        this.workplace = workplace;
        this.terms = terms;
        this.listener = listener;
    }

    /**
     * Rehearses, and writes {@value #FILE} and {@value #PAGE}; whether it passed or not, the copy is gone then.
     *
     * @throws GoalStoppedException when the analysis has errors, or there is no copy to be had
     */
    public Result run(ParsedMapping mapping) {
        AnalysisReport analysis = new Analyze(workplace, listener)
                .run(mapping.mapping().orElseThrow())
                .report();
        if (analysis.hasErrors()) {
            throw new GoalStoppedException("The database cannot be migrated as the mapping says", analysis.findings());
        }
        if (analysis.plan().isEmpty()) {
            return new Result(Optional.empty(), Optional.empty(), Optional.empty());
        }
        Source source = Session.run(
                workplace,
                false,
                listener,
                connection -> new Source(
                        ServerIdentity.read(connection), terms.batching().budget(LockCapacity.read(connection))));
        listener.on(Event.Phase.STAGING);
        Original original =
                new Original(analysis.assignment().database().server().major(), source.identity());
        try (DisposableDatabase copy = staging(original)) {
            RehearsalRun rehearsal = on(copy, original, source.locks(), analysis, mapping);
            RehearsalReport report = rehearsal.run();
            OutputDirectory output = new OutputDirectory(workplace.outputDirectory());
            WrittenFile json = output.write(FILE, RehearsalJson.write(report));
            DrawingsFile pictures = new DrawingsFile(output);
            Drawings drawings = pictures.drawings();
            WrittenFile page = output.write(PAGE, RehearsalHtml.write(report, rehearsal.moves(), drawings));
            pictures.write(drawings);
            return new Result(Optional.of(report), Optional.of(json), Optional.of(page));
        }
    }

    private DisposableDatabase staging(Original original) {
        try {
            return terms.staging().apply(original);
        } catch (StagingException e) {
            if (e.getCause() == null) {
                throw new GoalStoppedException(e.getMessage());
            }
            throw e;
        }
    }

    private RehearsalRun on(
            DisposableDatabase copy, Original original, long locks, AnalysisReport analysis, ParsedMapping mapping) {
        Assignment assignment = analysis.assignment();
        RehearsalFingerprint fingerprint = RehearsalFingerprint.of(
                ObjectStates.of(assignment.database(), workplace.journalSchema()), mapping, analysis.plan());
        ConnectionSettings all = copy.settings();
        String role = assignment.database().server().currentRole().value();
        Workplace onCopy = on(terms.content().makesRoles() || role.equals(all.user()) ? all : all.asRole(role));
        StagedCopy staged = new StagedCopy(on(all), copy, terms.content(), listener);
        staged.require(original);
        DatabaseIdentity database = original.identity().database();
        return new RehearsalRun(
                onCopy,
                terms.within(locks),
                mapping,
                analysis,
                fingerprint,
                new RehearsedDatabase(database.system(), database.oid(), database.name()),
                staged,
                listener);
    }

    private Workplace on(ConnectionSettings copy) {
        return new Workplace(
                new Connections(copy),
                true,
                workplace.journalSchema(),
                workplace.outputDirectory().resolve(DIRECTORY),
                workplace.statementTimeout(),
                workplace.pluginVersion());
    }

    /**
     * The database in earnest.
     *
     * @param identity by what it is told from others
     * @param locks how many locks a transaction may take there: on the copy it is cut alike
     */
    private record Source(ServerIdentity identity, long locks) {}

    /**
     * @param report what was found; empty when there is nothing to do
     * @param file where it was written, for programs; empty when there is nothing to do
     * @param page where it was written, for people; empty when there is nothing to do
     */
    public record Result(Optional<RehearsalReport> report, Optional<WrittenFile> file, Optional<WrittenFile> page) {}
}
