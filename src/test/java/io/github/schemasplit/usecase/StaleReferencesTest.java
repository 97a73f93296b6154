package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.YamlMappingReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleReferencesTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsNotLookedAtIsToldAsAWarningWhereItMayNameWhatMoves() throws IOException {
        Files.createDirectories(folder.resolve("src"));
        Files.writeString(folder.resolve("src/load.scala"), "sql\"TABLE orders\"");
        Files.writeString(folder.resolve("src/stock.ex"), "query(\"TABLE stock\")");
        Files.write(folder.resolve("src/report.sql"), new byte[] {0, 1, 2, (byte) 0xff});
        assertThat(findings())
                .filteredOn(f -> f.code() == FindingCode.SOURCE_NOT_LOOKED_AT)
                .extracting(Finding::severity, Finding::subject)
                .containsExactlyInAnyOrder(
                        tuple(Severity.WARNING, "src/load.scala"),
                        tuple(Severity.INFO, "src/stock.ex"),
                        tuple(Severity.WARNING, "src/report.sql"));
    }

    private List<Finding> findings() {
        Mapping mapping = MappingParser.parse(
                        MappingSources.of(YamlMappingReader.read("schemas: {shop: {tables: [orders]}}", "m.yml")))
                .mapping()
                .orElseThrow();
        return new StaleReferences(
                        new Refactor(folder, folder.resolve("target/schema"), Optional.empty(), ChangeListener.NONE))
                .find(mapping, Refactor.Selection.ALL);
    }
}
