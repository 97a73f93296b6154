package io.github.schemasplit.sourcecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatchTest {
    private static final List<String> PIECES = List.of(
            "a", "ü", "\n", "\r\n", "\n\n", "select 1", "\t", "x\n", "\\", "\"", " ", "@@ -1 +1 @@\n", "--- a\n");

    @TempDir
    Path folder;

    @Test
    void gitAppliesItAndHasWhatTheEditsMake() throws Exception {
        Random random = new Random(9);
        List<ChangedFile> files = new ArrayList<>();
        List<String> names = List.of("a.txt", "with blank.txt", "ü\"q\\.txt", "sub/é/x.sql");
        for (int i = 0; i < 200; i++) {
            String text = text(random, random.nextInt(60));
            files.add(file(i + "/" + names.get(i % names.size()), text, random));
        }
        files.removeIf(f -> f.changes().isEmpty());
        git("init", "-q");
        for (ChangedFile file : files) {
            write(file);
        }
        Path patch = folder.resolve("all.patch");
        write(patch, files);

        git("-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", patch.toString());

        for (ChangedFile file : files) {
            assertThat(Files.readAllBytes(folder.resolve(file.path())))
                    .as(file.path())
                    .isEqualTo(file.after());
        }
    }

    @Test
    void keepsEncodingsByteOrderMarksAndLineEnds() throws Exception {
        byte[] latin = "-- für\r\nFROM orders\r\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] marked = "\uFEFFFROM orders".getBytes(StandardCharsets.UTF_8);
        byte[] wide = "\uFEFF-- ü\nFROM orders\n".getBytes(StandardCharsets.UTF_16LE);
        List<ChangedFile> files = new ArrayList<>();
        for (byte[] bytes : List.of(latin, marked, wide)) {
            SourceText source = SourceText.of(files.size() + ".sql", bytes).orElseThrow();
            int at = source.text().indexOf("orders");
            files.add(ChangedFile.of(source, List.of(SourceEdit.insert(at, "shop."))));
            write(files.get(files.size() - 1));
        }
        git("init", "-q");
        write(folder.resolve("all.patch"), files);
        git("-c", "core.autocrlf=false", "apply", "all.patch");

        assertThat(Files.readAllBytes(folder.resolve("0.sql")))
                .isEqualTo("-- für\r\nFROM shop.orders\r\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Files.readAllBytes(folder.resolve("1.sql")))
                .isEqualTo("\uFEFFFROM shop.orders".getBytes(StandardCharsets.UTF_8));
        assertThat(Files.readAllBytes(folder.resolve("2.sql")))
                .isEqualTo("\uFEFF-- ü\nFROM shop.orders\n".getBytes(StandardCharsets.UTF_16LE));
    }

    @Test
    void bytesThatAreNoTextAreNone() {
        assertThat(SourceText.of("x.bin", new byte[] {1, 0, 2})).isEmpty();
        assertThat(SourceText.of("x.txt", new byte[] {(byte) 0xFF, 'a'})
                        .orElseThrow()
                        .bytes())
                .isEqualTo(new byte[] {(byte) 0xFF, 'a'});
    }

    private static String text(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static ChangedFile file(String path, String text, Random random) {
        List<SourceEdit> edits = new ArrayList<>();
        int at = 0;
        while (at < text.length() && edits.size() < 6) {
            int start = at + random.nextInt(text.length() - at + 1);
            int end = start + random.nextInt(Math.min(3, text.length() - start) + 1);
            String replacement = text(random, random.nextInt(3));
            if (!text.substring(start, end).equals(replacement)) {
                edits.add(new SourceEdit(start, end, replacement));
            }
            at = end + 1;
        }
        return ChangedFile.of(new SourceText(path, text, StandardCharsets.UTF_8), edits);
    }

    private static void write(Path file, List<ChangedFile> changes) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            Patch patch = new Patch(out, "");
            for (ChangedFile change : changes) {
                patch.write(change);
            }
        }
    }

    private void write(ChangedFile file) throws IOException {
        Path path = folder.resolve(file.path());
        Files.createDirectories(path.getParent());
        Files.write(path, file.before());
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
