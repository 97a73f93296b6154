package io.github.schemasplit.sourcecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadSourceTest {
    @TempDir
    Path folder;

    @Property(tries = 500)
    void whatIsTakenBackIsWhatWasThere(@ForAll String text, @ForAll @Size(max = 6) List<Integer> cuts) {
        SourceText source = SourceText.of("a", text.getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> new SourceText("a", "binary", StandardCharsets.UTF_8));
        List<SourceEdit> edits = new ArrayList<>();
        int at = 0;
        for (int cut : cuts) {
            int left = source.text().length() - at;
            if (left <= 0) {
                break;
            }
            int start = at + Math.floorMod(cut, left);
            int end = Math.min(source.text().length(), start + Math.floorMod(cut, 3));
            edits.add(new SourceEdit(start, end, "ü".repeat(Math.floorMod(cut, 4))));
            at = end + 1;
        }
        ReadSource read = ReadSource.of(source, edits);
        ChangedFile changed = ChangedFile.of(source, edits);

        ReadSource back = read.reversed(changed);

        SourceText after = new SourceText("a", new String(changed.after(), StandardCharsets.UTF_8), source.charset());
        assertThat(ChangedFile.of(after, back.edits()).after()).isEqualTo(source.bytes());
    }

    @Test
    void aFileThatIsAnotherOneSinceIsNotTakenForTheOneThatWasRead() throws IOException {
        Path file = folder.resolve("a.sql");
        ReadSources read = read(file, "FROM orders");
        assertThat(read.changed()).containsExactly("a.sql");

        Files.writeString(file, "FROM orderz");
        assertThatThrownBy(() -> read.patch(OutputStream.nullOutputStream(), ""))
                .isInstanceOf(SourceChangedException.class)
                .hasMessage("a.sql was changed meanwhile");
        assertThatThrownBy(() -> read.excerpts("a.sql")).isInstanceOf(SourceChangedException.class);
        assertThatThrownBy(read::apply).isInstanceOf(IOException.class).hasMessage("a.sql was changed meanwhile");
        assertThat(file).hasContent("FROM orderz");

        Files.delete(file);
        assertThatThrownBy(() -> read.excerpts("a.sql")).isInstanceOf(SourceChangedException.class);
    }

    private ReadSources read(Path file, String text) throws IOException {
        Files.writeString(file, text);
        SourceText source = SourceText.of(file.getFileName().toString(), Files.readAllBytes(file))
                .orElseThrow();
        return new ReadSources(folder, List.of(ReadSource.of(source, List.of(SourceEdit.insert(5, "shop.")))));
    }
}
