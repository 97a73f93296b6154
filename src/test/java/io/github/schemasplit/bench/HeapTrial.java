package io.github.schemasplit.bench;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.usecase.Analyze;
import io.github.schemasplit.usecase.ChangeListener;
import io.github.schemasplit.usecase.Generate;
import io.github.schemasplit.usecase.Migrate;
import io.github.schemasplit.usecase.Verify;
import io.github.schemasplit.usecase.Workplace;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The main goals one after the other, in a JVM of its own; ends by writing the peak of its heap, in MiB, to a file. */
final class HeapTrial {
    private HeapTrial() {}

    /**
     * @param arguments the database's URL, its number of tables, and the folder to write to
     */
    public static void main(String[] arguments) throws Exception {
        HeapWatch heap = HeapWatch.start();
        Path directory = Path.of(arguments[2]);
        ParsedMapping mapping = new ParsedMapping(
                Optional.of(SyntheticMapping.of(Integer.parseInt(arguments[1]))), List.of(), List.of());
        Workplace workplace = BenchWorkplace.of(arguments[0], directory);
        lap(
                "analyze",
                () -> new Analyze(workplace, ChangeListener.NONE)
                        .run(mapping.mapping().orElseThrow()));
        lap(
                "generate",
                () -> new Generate(workplace, ChangeListener.NONE)
                        .run(mapping.mapping().orElseThrow(), Optional.empty()));
        lap(
                "migrate",
                () -> new Migrate(workplace, AllowedHazards.NONE, BenchWorkplace.PATIENT, ChangeListener.NONE)
                        .run(mapping));
        lap("verify", () -> verify(workplace, mapping));
        System.out.println(
                "peak heap: " + heap.peak() + " MiB, after a collection: " + heap.peakAfterCollection() + " MiB");
        Files.writeString(directory.resolve("peak"), String.valueOf(heap.peak()));
    }

    private static void verify(Workplace workplace, ParsedMapping mapping) {
        Verify.Result result = new Verify(workplace, ChangeListener.NONE)
                .run(mapping.mapping().orElseThrow(), Expectation.MIGRATED, true);
        if (result.report().hasErrors()) {
            throw new IllegalStateException(
                    "not as migrated: " + result.report().findings());
        }
    }

    private static void lap(String goal, Times.Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        System.out.printf("%s: %.1f s%n", goal, (System.nanoTime() - start) / 1e9);
    }
}
