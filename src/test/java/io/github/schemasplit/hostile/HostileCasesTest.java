package io.github.schemasplit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;

/** Databases that once did not have the property; each is migrated and rolled back. */
class HostileCasesTest {
    private static final Path DIRECTORY = Path.of("src", "test", "resources", "hostile");

    @TempDir
    private Path output;

    @PostgresTest
    void haveThePropertyNow(TestDatabase database) throws IOException {
        Roles.make(database.server());
        Trial trial = new Trial(database.server(), output, ClientProgram.dumpIfThereIs(database.server()), true, true);
        SoftAssertions all = new SoftAssertions();
        for (Path file : cases()) {
            all.assertThatCode(() ->
                            assertThat(trial.run(CaseFile.read(file)).verdict()).isEqualTo(Trial.Verdict.MIGRATED))
                    .as(file.toString())
                    .doesNotThrowAnyException();
        }
        all.assertAll();
    }

    private static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.filter(f -> f.toString().endsWith(".sql")).sorted().toList();
        }
    }
}
