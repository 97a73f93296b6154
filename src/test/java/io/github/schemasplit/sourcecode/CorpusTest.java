package io.github.schemasplit.sourcecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.YamlMappingReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder below {@code sourcecode} has a tree {@code before}, what it becomes in {@code after}, and what is found in {@code references.txt}. */
class CorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/sourcecode");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @TempDir
    Path folder;

    @TempDir
    Path copy;

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CORPUS)) {
            return folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsAndEdits(String name) throws IOException {
        Path expected = CORPUS.resolve(name);
        copy(expected.resolve("before"), folder);

        Refactoring refactoring = read();
        ByteArrayOutputStream patch = new ByteArrayOutputStream();
        refactoring.patch(patch);
        Map<String, String> patched = patched(expected.resolve("before"), patch.toByteArray());
        refactoring.apply();

        assertThat(patched).as("what git makes of the patch").isEqualTo(tree(folder));
        if (UPDATE) {
            copy(folder, expected.resolve("after"));
            Files.writeString(expected.resolve("references.txt"), text(refactoring));
        }
        assertThat(text(refactoring)).isEqualTo(Files.readString(expected.resolve("references.txt")));
        assertThat(tree(folder)).isEqualTo(tree(expected.resolve("after")));
        assertThat(read().edits()).as("running again").isEmpty();
    }

    @Test
    void noDecoyIsEdited() throws IOException {
        copy(CORPUS.resolve("decoys/before"), folder);
        MovedNames names = new MovedNames(mapping());
        long decoys = tree(folder).values().stream()
                .flatMap(text -> Stream.of(text.split("[^\\w]+")))
                .filter(word -> names.relation(word).isPresent())
                .count();

        assertThat(decoys).isGreaterThan(400);
        assertThat(read().edits()).isEmpty();
    }

    @Test
    void readOnlyFileLeavesAllAsItWas() throws IOException {
        Files.writeString(folder.resolve("a.sql"), "SELECT * FROM orders;");
        Path kept = Files.writeString(folder.resolve("b.sql"), "SELECT * FROM users;");
        assertThat(kept.toFile().setWritable(false)).isTrue();

        Refactoring refactoring = read();

        assertThat(refactoring.files().changed()).hasSize(2);
        assertThatThrownBy(refactoring::apply).hasMessage("b.sql is read-only");
        assertThat(folder.resolve("a.sql")).hasContent("SELECT * FROM orders;");
    }

    /** What git makes of a tree with a patch. */
    private Map<String, String> patched(Path before, byte[] patch) throws IOException {
        copy(before, copy);
        if (patch.length > 0) {
            Path file = Files.write(copy.resolveSibling(copy.getFileName() + ".patch"), patch);
            Process git = new ProcessBuilder("git", "-c", "core.autocrlf=false", "apply", file.toString())
                    .directory(copy.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(git.onExit().join().exitValue()).as(said).isZero();
        }
        return tree(copy);
    }

    private Refactoring read() throws IOException {
        return new Sources(folder, new MovedNames(mapping()), List.of(), List.of(), folder.resolve("target/schema"))
                .read();
    }

    static Mapping mapping() {
        return MappingParser.parse(new MappingSources(
                        Map.of(),
                        Map.of(),
                        Optional.empty(),
                        Optional.of(YamlMappingReader.read(CORPUS.resolve("mapping.yml"), "mapping.yml"))))
                .mapping()
                .orElseThrow();
    }

    private static String text(Refactoring refactoring) {
        StringBuilder text = new StringBuilder();
        for (SourceReference each : refactoring.references()) {
            text.append(each.file() + ":" + each.line() + ":" + each.column() + " " + each.object() + " → "
                    + each.target() + " "
                    + each.kind() + " " + each.action() + ": "
                    + each.replacement().orElse(each.reason()) + "\n");
        }
        for (Refactoring.NotLookedAt each : refactoring.notLookedAt()) {
            text.append("not looked at: " + each.why() + ", " + each.files() + " files, " + each.naming() + " naming, "
                    + each.example() + "\n");
        }
        return text.toString();
    }

    private static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(Files::isRegularFile)
                    .forEach(f -> files.put(root.relativize(f).toString(), content(f)));
        }
        return files;
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Map.Entry<String, String> file : tree(from).entrySet()) {
            Path path = to.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue().getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
