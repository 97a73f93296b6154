package io.github.schemasplit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlMappingReaderTest {
    private static final String MAPPING = "schemas:\n  größe:\n    tables: [t, 😀]\n";

    @TempDir
    private Path folder;

    @Test
    void refusesAFileThatIsTooLongAndSaysTheSizeAndTheLimit() throws IOException {
        Path file = folder.resolve("m.yml");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(10L << 20);
        }

        assertThat(problem(file))
                .isEqualTo("m.yml: the file has 10,485,760 bytes, and a mapping may have at most 1,048,576; is"
                        + " schema.mappingFile the right file? Globs such as \"say_*\" make a mapping shorter");
    }

    @Test
    void readsAFileThatIsJustNotTooLong() throws IOException {
        Path file = write(
                (MAPPING + "#".repeat(YamlContent.MAPPING.maxBytes())).getBytes(StandardCharsets.UTF_8),
                YamlContent.MAPPING.maxBytes());

        assertThat(YamlMappingReader.read(file, "m.yml").problems()).isEmpty();
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        assertThat(problem(folder.resolve("none.yml")))
                .isEqualTo(
                        "m.yml: there is no such file; set schema.mappingFile to the mapping, or write <schemas> in the"
                                + " POM");
    }

    @Test
    void saysThatAFolderIsNoFile() {
        assertThat(problem(folder)).isEqualTo("m.yml: this is a folder; set schema.mappingFile to the YAML file in it");
    }

    @Test
    void saysWhereTheTextIsNotUtf8() throws IOException {
        assertThat(problem(write(MAPPING.replace("😀", "x").getBytes(StandardCharsets.ISO_8859_1))))
                .isEqualTo("m.yml:2:5: the byte 0xF6 is not UTF-8; save the file in UTF-8");
        assertThat(problem(write(new byte[] {'a', (byte) 0xC3}))).startsWith("m.yml:1:2: the byte 0xC3 is not UTF-8");
        for (String name : new String[] {"UTF-16LE", "UTF-16BE"}) {
            assertThat(problem(write(("\uFEFF" + MAPPING).getBytes(Charset.forName(name)))))
                    .isEqualTo("m.yml:1:1: the file is in UTF-16; save it in UTF-8");
        }
    }

    @Test
    void readsAByteOrderMarkAndWindowsLineEnds() throws IOException {
        Path file = write(("\uFEFF" + MAPPING.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8));

        assertThat(YamlMappingReader.read(file, "m.yml")).isEqualTo(YamlMappingReader.read(MAPPING, "m.yml"));
    }

    @Test
    void countsAColumnForEachCharacterAndNotForEachUnitOfUtf16() {
        assertThat(root("{ 😀: 数, a: b }").field("a").orElseThrow().origin()).isEqualTo(new Origin("m.yml", 1, 9, "a"));
    }

    @Test
    void takesWhatLooksLikeANumberAsItIsWritten() {
        for (String name : new String[] {"0_", "0b_", "0x_", "+", "1_000", "0x" + "f".repeat(2000), "null", "~"}) {
            assertThat(root("a: [" + name + "]").field("a").orElseThrow().value())
                    .isEqualTo(new MappingNode.Items(
                            List.of(new MappingNode.Scalar(name, new Origin("m.yml", 1, 5, "a[1]"))),
                            new Origin("m.yml", 1, 4, "a")));
        }
    }

    @Test
    void readsAnAliasOfTextAndOfAListAndOfAMap() {
        for (String value : new String[] {"x", "'x'", "[x]", "{ x: x }"}) {
            MappingNode.Fields root = root("a: &v " + value + "\nb: *v\n");
            assertThat(root.field("b").orElseThrow().value())
                    .as(value)
                    .isEqualTo(root.field("a").orElseThrow().value());
        }
    }

    @Test
    void refusesAnchorsAndTagsOfKeysWhereverInAMapTheyAre() {
        for (String before : new String[] {"", "a: b\n"}) {
            String where = "m.yml:" + (before.isEmpty() ? 1 : 2) + ":1: ";
            assertThat(problem(before + "&k key: x\n")).startsWith(where + "a key must be a name");
            assertThat(problem(before + "*k : x\n")).startsWith(where + "a key must be a name");
            assertThat(problem(before + "!t key: x\n")).startsWith(where + "the tag '!t' is not supported");
            assertThat(problem(before + "!!int key: x\n"))
                    .startsWith(where + "the tag 'tag:yaml.org,2002:int' is not supported");
        }
    }

    @Test
    void refusesTheTagOfANumberThatIsNone() {
        assertThat(problem("a: !!int x_")).startsWith("m.yml:1:4: the tag 'tag:yaml.org,2002:int' is not supported");
    }

    @Test
    void takesTwoLessThanSignsInQuotesAsAName() {
        assertThat(root("{ '<<': x }").field("<<")).isPresent();
        assertThat(problem("{ <<: x }")).startsWith("m.yml:1:3: merging with << is not supported");
    }

    @Test
    void saysWhereASecondDocumentBegins() {
        assertThat(problem("a: b\n# c\n---\n# d\nx")).startsWith("m.yml:3:1: a second document begins here");
        assertThat(problem("a: b\n...\n# c\n%YAML 1.1\n--- x")).startsWith("m.yml:4:1: a second document begins here");
    }

    @Test
    void refusesATextThatIsTooLong() {
        assertThat(problem("a: " + "x\n ".repeat(YamlContent.MAPPING.maxBytes())))
                .startsWith("m.yml: this is not YAML: ")
                .contains("exceeds the limit: " + YamlContent.MAPPING.maxBytes());
    }

    @Test
    void endsAtOnceOnAFileOfBrackets() {
        for (String bracket : new String[] {"[", "{", "- ", "? ", "&a [*a,"}) {
            MappingTree tree =
                    YamlMappingReader.read(bracket.repeat(YamlContent.MAPPING.maxBytes() / bracket.length()), "m.yml");
            assertThat(tree.problems()).as(bracket).hasSize(1);
        }
    }

    @Property(tries = 2000)
    void givesATreeOrAProblemForWhateverText(@ForAll("yamlLike") String text) {
        MappingTree tree = YamlMappingReader.read(text, "m.yml");

        assertThat(tree.root().isEmpty() && tree.problems().isEmpty()).isFalse();
        ParsedMapping parsed = MappingParser.parse(MappingSources.of(tree));
        assertThat(parsed.problems()).allSatisfy(p -> assertThat(p.message()).isNotBlank());
    }

    @Provide
    Arbitrary<String> yamlLike() {
        Arbitrary<String> pieces = Arbitraries.of(
                "schemas",
                "tables",
                "unmapped",
                "policies",
                "access",
                "defaults",
                ":",
                ": ",
                "\n",
                "\n  ",
                "\n    ",
                "- ",
                "[",
                "]",
                "{",
                "}",
                ", ",
                "'",
                "\"",
                "\\",
                "\t",
                "*",
                "&a ",
                "*a",
                "!t ",
                "|",
                ">",
                "#",
                "---\n",
                "%",
                "x",
                "ö",
                "😀",
                "\0",
                "\uD800",
                "<<",
                "?",
                "~",
                "@",
                "`");
        return pieces.list().ofMaxSize(40).map(list -> String.join("", list));
    }

    private static MappingNode.Fields root(String yaml) {
        return (MappingNode.Fields) YamlMappingReader.read(yaml, "m.yml").root().orElseThrow();
    }

    private static String problem(Path file) {
        return problem(YamlMappingReader.read(file, "m.yml"));
    }

    private static String problem(String yaml) {
        return problem(YamlMappingReader.read(yaml, "m.yml"));
    }

    private static String problem(MappingTree tree) {
        assertThat(tree.root()).isEmpty();
        assertThat(tree.problems()).hasSize(1);
        return tree.problems().get(0).toString();
    }

    private Path write(byte[] bytes) throws IOException {
        return write(bytes, bytes.length);
    }

    private Path write(byte[] bytes, int length) throws IOException {
        return Files.write(folder.resolve("m.yml"), Arrays.copyOf(bytes, length));
    }
}
