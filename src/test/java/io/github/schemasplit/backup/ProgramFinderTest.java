package io.github.schemasplit.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFinderTest {
    /** Newer than any that a machine which runs this test has in its usual folders. */
    private static final int MAJOR = 90;

    @TempDir
    private Path directory;

    @Test
    void theNearestVersionThatIsNotOlderThanTheServerIsTaken() throws IOException {
        Path newest = Scripts.programs(directory.resolve("newest"), "92.1");
        Path nearer = Scripts.programs(directory.resolve("nearer"), "91beta2");
        Path same = Scripts.programs(directory.resolve("same"), "90.4 (Debian 90.4-1)");
        Path again = Scripts.programs(directory.resolve("again"), "90.5");
        assertThat(onPath(newest, nearer).toDump(MAJOR).version()).isEqualTo("91beta2");
        assertThat(onPath(newest, same, again).toDump(MAJOR)).hasToString("PostgreSQL 90.4 in " + same);
        assertThat(onPath(same, newest, nearer).toRestore(91, MAJOR).major()).isEqualTo(91);
    }

    @Test
    void whatIsTooOldIsNamedWithHowToGetBetter() throws IOException {
        Path old = Scripts.programs(directory.resolve("old"), "12.3");
        assertThatThrownBy(() -> named(old).toDump(18))
                .isInstanceOfSatisfying(
                        NoClientProgramsException.class,
                        e -> assertThat(e.remedy())
                                .contains("postgresql-client-18", "schema.pgBinaries", "schema.pgContainer"))
                .hasMessage(
                        "There is no pg_dump and pg_restore that would do: wanted is a pg_dump of version 18 or newer,"
                                + " and there is PostgreSQL 12.3 in " + old + ".");
        assertThatThrownBy(() -> onPath().toDump(MAJOR)).isInstanceOf(NoClientProgramsException.class);
    }

    /** Where the user says where they are, others would be a surprise. */
    @Test
    void aNamedDirectoryIsTheOnlyOneThatIsLookedIn() throws IOException {
        Path other = Scripts.programs(directory.resolve("other"), "90.4");
        Path nothing = directory.resolve("nothing");
        Map<String, String> path = Map.of("PATH", other.toString());
        assertThatThrownBy(() -> new ProgramFinder(Optional.of(nothing), Optional.empty(), path).toDump(MAJOR))
                .hasMessageContaining("none in " + nothing + ", which schema.pgBinaries names");
        Scripts.write(nothing.resolve("pg_dump"), "echo 'pg_dump (PostgreSQL) 90.4'");
        assertThatThrownBy(() -> new ProgramFinder(Optional.of(nothing), Optional.empty(), path).toDump(MAJOR))
                .hasMessageContaining("none in " + nothing);
    }

    @Test
    void whatNewerProgramsBeginARestoreWithAnOlderServerRefuses() throws IOException {
        Path newer = Scripts.programs(directory.resolve("newer"), "17.1");
        assertThat(named(newer).toDump(17).major()).isEqualTo(17);
        assertThat(named(newer).toRestore(17, 17).major()).isEqualTo(17);
        assertThatThrownBy(() -> named(newer).toDump(16))
                .hasMessageContaining(
                        "a pg_dump of version 16 or newer, before 17, from which on a restore begins with");
        assertThatThrownBy(() -> named(newer).toRestore(16, 16))
                .hasMessageContaining("a pg_restore of version 16 or newer, before 17, from which on");
    }

    @Test
    void theContainerIsAskedLast() throws IOException {
        Path local = Scripts.programs(directory.resolve("local"), "91.1");
        Path docker = Scripts.write(directory.resolve("docker/docker"), """
                test "$1 $2 $3" = 'exec -i database' || exit 1
                echo "$4 (PostgreSQL) 90.2"
                """);
        ProgramFinder finder = new ProgramFinder(
                Optional.empty(),
                Optional.of("database"),
                Map.of("PATH", local + java.io.File.pathSeparator + docker.getParent()));
        assertThat(finder.toDump(91).place()).isEqualTo(new ProgramDirectory(local));
        assertThat(finder.toDump(MAJOR)).hasToString("PostgreSQL 90.2 in the container database");
    }

    private static ProgramFinder named(Path binaries) {
        return new ProgramFinder(Optional.of(binaries), Optional.empty(), Map.of());
    }

    private static ProgramFinder onPath(Path... directories) {
        String path = String.join(
                java.io.File.pathSeparator,
                java.util.Arrays.stream(directories).map(Path::toString).toList());
        return new ProgramFinder(Optional.empty(), Optional.empty(), Map.of("PATH", path));
    }
}
