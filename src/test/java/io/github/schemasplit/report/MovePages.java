package io.github.schemasplit.report;

import io.github.schemasplit.diagram.Drawings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The pages that tell what moved, of moves that were planned. */
final class MovePages {
    private MovePages() {}

    /** {@code migration.html}. */
    static byte[] migration(Moves moves) {
        return MigrationHtml.write(
                new MigrationReport(
                        "shop",
                        "what moves",
                        moves,
                        List.of(new MigrationReport.Batch(
                                "00000000-0000-0000-0000-000000000000",
                                1,
                                moves.plan()
                                        .moves()
                                        .map(move -> new MigrationReport.Shut(move.name(), Duration.ofMillis(7)))
                                        .toList(),
                                List.of()))),
                new Drawings());
    }

    /** Writes both pages to a folder. */
    static List<Path> write(Path folder, AnalysisReport analysis) throws Exception {
        Moves moves = new Moves(analysis.plan(), analysis.assignment());
        Files.createDirectories(folder);
        return List.of(
                Files.write(folder.resolve("migration.html"), migration(moves)),
                Files.write(
                        folder.resolve("rehearsal.html"),
                        RehearsalHtml.write(RehearsalHtmlTest.failed(), Optional.of(moves), new Drawings())));
    }
}
