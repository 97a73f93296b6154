package io.github.schemasplit.sourcecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InPlaceTest {
    @TempDir
    Path folder;

    @Test
    void takesBackWhatItWroteWhenOneCannotBeWritten() throws IOException {
        ReadSource a = file("a.sql");
        ReadSource b = file("b.sql");

        // The third is not as it was read any more: the first wrote it.
        assertThatThrownBy(() -> new InPlace(folder).write(List.of(a, b, a)))
                .isInstanceOf(IOException.class)
                .hasMessage("a.sql was changed meanwhile")
                .satisfies(e -> assertThat(e.getSuppressed()).isEmpty());

        assertThat(contents()).containsExactly("a.sql: before", "b.sql: before");
    }

    @Test
    void leavesAloneWhatOthersWroteMeanwhile() throws IOException {
        ReadSource a = file("a.sql");
        ReadSource b = file("b.sql");
        ReadSource c = file("c.sql");

        // All were looked at and the first is written; as the second is taken, somebody writes the first and the third.
        List<ReadSource> files = meanwhile(List.of(a, b, c), 3 + 2, () -> {
            Files.writeString(folder.resolve("a.sql"), "theirs");
            Files.writeString(folder.resolve("c.sql"), "theirs");
        });
        assertThatThrownBy(() -> new InPlace(folder).write(files))
                .hasMessage("c.sql was changed meanwhile")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("a.sql was changed meanwhile"));

        assertThat(contents()).containsExactly("a.sql: theirs", "b.sql: before", "c.sql: theirs");
    }

    @Test
    void keepsOwnerAndPermissionsAndTakesNamesOfAnyLength() throws IOException {
        ReadSource file = file("x".repeat(251) + ".sql");
        Path path = folder.resolve(file.path());
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-x--x"));
        boolean isRoot = Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid"));
        if (isRoot) {
            Files.setAttribute(path, "unix:uid", 12_345);
            Files.setAttribute(path, "unix:gid", 12_346);
        }
        PosixFileAttributes before = Files.readAttributes(path, PosixFileAttributes.class);

        new InPlace(folder).write(List.of(file));

        PosixFileAttributes after = Files.readAttributes(path, PosixFileAttributes.class);
        assertThat(path).hasContent("after");
        assertThat(after.permissions()).isEqualTo(before.permissions());
        assertThat(after.owner()).isEqualTo(before.owner());
        assertThat(after.group()).isEqualTo(before.group());
    }

    private interface Step {
        void run() throws IOException;
    }

    /** The files, with something that happens as they are asked for that many times. */
    private static List<ReadSource> meanwhile(List<ReadSource> files, int times, Step step) {
        return new AbstractList<>() {
            private int asked;

            @Override
            public ReadSource get(int index) {
                if (++asked == times) {
                    try {
                        step.run();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
                return files.get(index);
            }

            @Override
            public int size() {
                return files.size();
            }
        };
    }

    private ReadSource file(String name) throws IOException {
        Files.writeString(folder.resolve(name), "before");
        SourceText source = new SourceText(name, "before", StandardCharsets.UTF_8);
        return ReadSource.of(source, List.of(new SourceEdit(0, 6, "after")));
    }

    /** All files that are there now, so that nothing unfinished is left. */
    private List<String> contents() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> contents = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                contents.add(file.getFileName() + ": " + Files.readString(file));
            }
            return contents;
        }
    }
}
