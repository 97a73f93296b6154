package io.github.schemasplit.usecase;

import io.github.schemasplit.report.MigrationHtml;
import io.github.schemasplit.report.MigrationReport;
import io.github.schemasplit.report.Moves;

/** Writes {@value #FILE} of a migration that was made, for people. */
public final class MigrationPage {
    /** The report's file. */
    public static final String FILE = "migration.html";

    private final Workplace workplace;

    public MigrationPage(Workplace workplace) {
        this.workplace = workplace;
    }

    /**
     * Writes it; where nothing was done, what is there of the last migration stays.
     *
     * @param listener is told when that goes wrong, which stops nothing: the migration is made
     */
    public void write(Migrate.Result result, ChangeListener listener) {
        if (!result.batches().isEmpty()) {
            Afterwards.run(
                    listener,
                    "The report of the migration was not written",
                    () -> new OutputDirectory(workplace.outputDirectory())
                            .write(FILE, MigrationHtml.write(report(result))));
        }
    }

    private MigrationReport report(Migrate.Result result) {
        return new MigrationReport(
                workplace.database().database(),
                result.summary(),
                new Moves(result.plan(), result.assignment().orElseThrow()),
                result.batches().stream().map(MigrationPage::batch).toList());
    }

    private static MigrationReport.Batch batch(Applied applied) {
        return new MigrationReport.Batch(
                applied.entry().toString(),
                applied.attempts(),
                applied.shut().stream()
                        .map(s -> new MigrationReport.Shut(s.relation(), s.time()))
                        .toList(),
                applied.doubts());
    }
}
