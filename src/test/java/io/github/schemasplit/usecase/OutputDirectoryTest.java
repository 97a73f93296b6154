package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputDirectoryTest {
    @TempDir
    private Path directory;

    @Test
    void writesThroughALinkWhatTheUmaskLetsOthersRead() throws IOException {
        assumeTrue(
                directory.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "this file system knows no permissions, and may know no links");
        Path real = Files.createDirectory(directory.resolve("real"));
        Path plain = Files.createFile(real.resolve("plain"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), real);
        OutputDirectory output = new OutputDirectory(link);

        WrittenFile written = output.write("migrate.sql", "-- größer\n");
        assertThat(written.changed()).isTrue();
        assertThat(real.resolve("migrate.sql")).hasContent("-- größer\n");
        assertThat(Files.getPosixFilePermissions(written.path())).isEqualTo(Files.getPosixFilePermissions(plain));
        assertThat(output.write("migrate.sql", "-- größer\n").changed()).isFalse();
        assertThat(output.write("migrate.sql", "-- less\n").changed()).isTrue();
        FileTime before = Files.getLastModifiedTime(real);
        assertThat(output.write("migrate.sql", "-- less\n").changed()).isFalse();
        assertThat(Files.getLastModifiedTime(real)).as("nothing was made in it").isEqualTo(before);
        assertThatThrownBy(() -> output.write("migrate.sql", out -> {
                    out.write('x');
                    throw new IllegalStateException("halfway");
                }))
                .hasMessage("halfway");
        assertThat(real.resolve("migrate.sql")).hasContent("-- less\n");
        assertThat(real).isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
        assertThat(new OutputDirectory(link.resolve("not/there/yet"))
                        .write("f", "")
                        .path())
                .exists();
        assertThatThrownBy(() -> new OutputDirectory(plain).write("f", ""))
                .isInstanceOf(GoalFailedException.class)
                .hasMessageContaining("schema.outputDirectory");
        assertThatThrownBy(() -> new OutputDirectory(plain, "schema.flyway.directory").write("f", ""))
                .hasMessageContaining("schema.flyway.directory");
    }
}
