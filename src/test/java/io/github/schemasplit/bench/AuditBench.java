package io.github.schemasplit.bench;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.jdbc.Shut;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.usecase.Applied;
import io.github.schemasplit.usecase.ChangeListener;
import io.github.schemasplit.usecase.Migrate;
import io.github.schemasplit.usecase.Workplace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much longer tables are shut for the audit: the looks that are taken under locks, against the time that it took to
 * take the locks and move. The server's own times are taken, those that the plugin tells as the time that each table was shut.
 */
final class AuditBench {
    private static final double BOUND = 0.3;
    private static final int ROUNDS = 5;
    private static final String COPY = "audited";

    private AuditBench() {}

    /** The seconds of one migration, all its batches together. */
    private record Course(double moves, double audit) {
        double ratio() {
            return audit / moves;
        }
    }

    static void run(BenchServer server, Results results, Path directory, String template, int tables) throws Exception {
        ParsedMapping mapping = new ParsedMapping(Optional.of(SyntheticMapping.of(tables)), List.of(), List.of());
        List<Course> courses = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String url = server.copy(template, COPY);
            try {
                Workplace workplace = BenchWorkplace.of(url, directory);
                courses.add(
                        course(new Migrate(workplace, AllowedHazards.NONE, BenchWorkplace.PATIENT, ChangeListener.NONE)
                                .run(mapping)
                                .batches()));
            } finally {
                server.drop(COPY);
            }
        }
        Course median = courses.stream()
                .sorted((one, other) -> Double.compare(one.ratio(), other.ratio()))
                .toList()
                .get(ROUNDS / 2);
        results.add(Ratio.of(tables + " tables, audit under locks : moves", median.audit(), median.moves(), BOUND));
    }

    /**
     * The audit is what comes after the last lock was asked for, and the longest pause between two locks, in which most objects are
     * looked at; each of the two has a move in it.
     */
    private static Course course(List<Applied> batches) {
        double moves = 0;
        double audit = 0;
        for (Applied batch : batches) {
            List<Shut> shut = batch.shut();
            double last = seconds(shut.get(shut.size() - 1));
            double longest = 0;
            for (int i = 1; i < shut.size(); i++) {
                longest = Math.max(longest, seconds(shut.get(i - 1)) - seconds(shut.get(i)));
            }
            moves += seconds(shut.get(0)) - last - longest;
            audit += last + longest;
        }
        return new Course(moves, audit);
    }

    private static double seconds(Shut shut) {
        return shut.time().toNanos() / 1e9;
    }
}
