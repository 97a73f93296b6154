package io.github.schemasplit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.analysis.Analysis;
import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who begins with an example of the README asks for nothing that is not built. */
class ReadmeTest {
    @Test
    void thePomIsAMapping() throws Exception {
        XmlElement configuration =
                Xml.parse(example("xml")).child("configuration").orElseThrow();
        Map<MappingOption, String> options = new EnumMap<>(MappingOption.class);
        for (MappingOption option : MappingOption.values()) {
            configuration.child(option.key()).ifPresent(e -> options.put(option, e.text()));
        }
        assertIsAMapping(new MappingSources(
                Map.of(),
                options,
                configuration.child("schemas").map(s -> PomMappingReader.read(List.of(s), "pom.xml")),
                Optional.empty()));
    }

    @Test
    void theFileIsAMapping() throws IOException {
        assertIsAMapping(MappingSources.of(YamlMappingReader.read(example("yaml"), "mapping.yml")));
    }

    private static void assertIsAMapping(MappingSources sources) {
        ParsedMapping parsed = MappingParser.parse(sources);
        assertThat(parsed.problems()).isEmpty();
        assertThat(Analysis.of(Assigner.assign(
                        new SnapshotBuilder().build(), parsed.mapping().orElseThrow())))
                .isNotEmpty();
    }

    private static String example(String language) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String fence = "\n```" + language + "\n";
        int start = readme.indexOf(fence) + fence.length();
        return readme.substring(start, readme.indexOf("\n```", start));
    }
}
