package io.github.schemasplit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever mapping is written as YAML or as XML is read as the same mapping. */
class MappingRoundTripTest {
    @Property(tries = 300)
    void readsFromYamlWhatWasWrittenAsYaml(@ForAll("mappings") Mapping mapping) {
        String yaml = WrittenMapping.yaml(mapping);

        ParsedMapping parsed = MappingParser.parse(MappingSources.of(YamlMappingReader.read(yaml, "mapping.yml")));

        assertThat(parsed.problems()).as(yaml).isEmpty();
        assertThat(parsed.mapping().map(Unlocated::of)).as(yaml).contains(mapping);
    }

    @Property(tries = 300)
    void readsFromThePomWhatWasWrittenAsXml(@ForAll("mappings") Mapping mapping) {
        List<XmlElement> xml = WrittenMapping.xml(mapping);

        ParsedMapping parsed = MappingParser.parse(new MappingSources(
                Map.of(),
                WrittenMapping.options(mapping),
                Optional.of(PomMappingReader.read(xml, "pom.xml")),
                Optional.empty()));

        assertThat(parsed.problems()).as(xml.toString()).isEmpty();
        assertThat(parsed.mapping().map(Unlocated::of)).as(xml.toString()).contains(mapping);
    }

    @Provide
    Arbitrary<Mapping> mappings() {
        return MappingArbitrary.mappings();
    }
}
