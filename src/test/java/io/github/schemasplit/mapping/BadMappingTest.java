package io.github.schemasplit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each bad sample gives exactly the messages of the text file beside it. */
class BadMappingTest {
    @TestFactory
    Stream<DynamicTest> saysExactlyWhatIsWrongWithAFile() {
        return Stream.of(Samples.UNREADABLE, Samples.SHAPE, Samples.MEANING)
                .flatMap(s -> s.files().stream())
                .map(file -> DynamicTest.dynamicTest(
                        name(file),
                        () -> check(
                                file,
                                MappingParser.parse(MappingSources.of(YamlMappingReader.read(file, "mapping.yml"))))));
    }

    @TestFactory
    Stream<DynamicTest> saysExactlyWhatIsWrongWithAPom() {
        return Samples.POM.files().stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    MappingTree tree = PomMappingReader.read(List.of(Xml.parse(Files.readString(file))), "pom.xml");
                    check(
                            file,
                            MappingParser.parse(
                                    new MappingSources(Map.of(), Map.of(), Optional.of(tree), Optional.empty())));
                }));
    }

    private static String name(Path file) {
        return file.getParent().getFileName() + "/" + file.getFileName();
    }

    private static void check(Path file, ParsedMapping parsed) throws Exception {
        Path expected = Path.of(file.toString().replaceAll("\\.(yml|xml)$", ".txt"));
        String actual = parsed.problems().stream().map(p -> p + "\n").collect(Collectors.joining());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, actual);
        }
        assertThat(parsed.mapping()).isEmpty();
        assertThat(actual).isEqualTo(Files.readString(expected));
    }
}
