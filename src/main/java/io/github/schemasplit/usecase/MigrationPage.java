package io.github.schemasplit.usecase;

import io.github.schemasplit.diagram.Outline;
import io.github.schemasplit.report.MigrationHtml;
import io.github.schemasplit.report.MigrationReport;
import io.github.schemasplit.report.Moves;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writes {@value #FILE} of a migration that was made, for people. */
public final class MigrationPage {
    /** The report's file. */
    public static final String FILE = "migration.html";

    private final Workplace workplace;

    public MigrationPage(Workplace workplace) {
        this.workplace = workplace;
    }

    /**
     * Loads what its pictures need while the server is waited for, once the first transaction is committed: so no lock is held for longer by
     * it, and the page is there sooner.
     *
     * @param listener is told all that the result of this is
     */
    public ChangeListener loading(ChangeListener listener) {
        AtomicBoolean loads = new AtomicBoolean();
        return event -> {
            listener.on(event);
            if (event == Event.Phase.LOOKING_AGAIN && !loads.getAndSet(true)) {
                Thread thread = new Thread(Outline::load, "pictures of the migration");
                thread.setDaemon(true);
                thread.start();
            }
        };
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
