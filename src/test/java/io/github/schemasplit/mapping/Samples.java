package io.github.schemasplit.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The mappings that parser and JSON Schema are tested with. */
enum Samples {
    /** Mappings that are right. */
    GOOD(".yml"),
    /** Files that are no YAML, or YAML that no mapping needs. */
    UNREADABLE(".yml"),
    /** Mappings that parser and JSON Schema both refuse. */
    SHAPE(".yml"),
    /** Mappings that only the parser refuses: what is wrong takes more than one place to see. */
    MEANING(".yml"),
    /** The {@code <schemas>} of POMs that are wrong. */
    POM(".xml");

    private static final Path ROOT = Path.of("src/test/resources/io/github/schemasplit/mapping/samples");

    private final String suffix;

    Samples(String suffix) {
        this.suffix = suffix;
    }

    List<Path> files() {
        try (Stream<Path> files = Files.list(ROOT.resolve(MappingOption.text(this)))) {
            return files.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
