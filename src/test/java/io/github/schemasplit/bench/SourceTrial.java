package io.github.schemasplit.bench;

import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.usecase.ChangeListener;
import io.github.schemasplit.usecase.Refactor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** {@code schema:refactor} on a tree, in a JVM of its own; ends by writing how long it took, in ms, and the peak of its heap, in MiB. */
final class SourceTrial {
    private SourceTrial() {}

    /**
     * @param arguments the tree, the mapping, and the folder to write to
     */
    public static void main(String[] arguments) throws Exception {
        HeapWatch heap = HeapWatch.start();
        Path mappingFile = Path.of(arguments[1]);
        Path output = Path.of(arguments[2]);
        Mapping mapping = MappingParser.parse(
                        MappingSources.of(YamlMappingReader.read(mappingFile, mappingFile.toString())))
                .mapping()
                .orElseThrow();
        long start = System.nanoTime();
        Refactor.Result result = new Refactor(Path.of(arguments[0]), output, Optional.empty(), ChangeListener.NONE)
                .run(mapping, Refactor.Selection.ALL, false);
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        System.out.println(result.refactoring().lookedAt() + " files, "
                + result.refactoring().references().size() + " references, "
                + result.refactoring().files().changed().size() + " files to change, " + milliseconds + " ms; heap: "
                + heap.peak() + " MiB, after a collection: " + heap.peakAfterCollection() + " MiB");
        Files.writeString(output.resolve("result"), milliseconds + " " + heap.peak());
    }
}
