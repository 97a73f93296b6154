package io.github.schemasplit.usecase;

import io.github.schemasplit.diagram.Drawings;
import io.github.schemasplit.report.MigrationHtml;
import io.github.schemasplit.report.MigrationReport;
import io.github.schemasplit.report.Moves;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;

/** Writes {@value #FILE} of a migration that was made, for people. */
public final class MigrationPage {
    /** The report's file. */
    public static final String FILE = "migration.html";

    private final Workplace workplace;
    private final OutputDirectory output;
    private final DrawingsFile file;
    private final Drawings drawings;
    private Optional<Moves> planned = Optional.empty();
    private boolean drawn;

    public MigrationPage(Workplace workplace) {
        this.workplace = workplace;
        this.output = new OutputDirectory(workplace.outputDirectory());
        this.file = new DrawingsFile(output);
        this.drawings = file.drawings();
    }

    /**
     * Draws its pictures while the server is waited for, once the first transaction is committed: so no lock is held for longer by it, and
     * the page is there sooner. What is drawn is what was planned; where it came otherwise, it is drawn again.
     *
     * @param listener is told all that the result of this is
     */
    public ChangeListener drawing(ChangeListener listener) {
        return event -> {
            listener.on(event);
            if (event instanceof Event.Ready ready && planned.isEmpty()) {
                planned = ready.assignment().map(assignment -> new Moves(ready.whole(), assignment));
            } else if (event == Event.Phase.LOOKING_AGAIN && !drawn) {
                drawn = true;
                planned.ifPresent(this::draw);
            }
        };
    }

    /** Whatever goes wrong with it does so again when the page is written, and is told then. */
    private void draw(Moves moves) {
        MigrationReport draft = new MigrationReport(
                workplace.database().database(),
                "",
                moves,
                List.of(new MigrationReport.Batch("", 1, List.of(), List.of())));
        Thread thread =
                new Thread(new FutureTask<>(() -> MigrationHtml.write(draft, drawings)), "pictures of the migration");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Writes it; where nothing was done, what is there of the last migration stays.
     *
     * @param listener is told when that goes wrong, which stops nothing: the migration is made
     */
    public void write(Migrate.Result result, ChangeListener listener) {
        if (!result.batches().isEmpty()) {
            Afterwards.run(listener, "The report of the migration was not written", () -> {
                output.write(FILE, MigrationHtml.write(report(result), drawings));
                file.write(drawings);
            });
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
