package io.github.schemasplit.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitScriptsTest {
    @TempDir
    Path base;

    @Test
    void takesEntriesInTheOrderGivenAndEachFileOnce() throws IOException {
        files("b.sql", "a.sql", "c.sql");
        assertThat(expand("b.sql", "*.sql")).containsExactly("b.sql", "a.sql", "c.sql");
    }

    @Test
    void ordersFlywaysNamesByVersionNumberByNumber() throws IOException {
        files(
                "db/V10__ten.sql",
                "db/V2__two.sql",
                "db/V1.10__b.sql",
                "db/V1_2__a.sql",
                "db/V1.0__zero.sql",
                "db/V20240101120000__late.sql",
                "db/R__z.sql",
                "db/R__a.sql",
                "db/U2__undo.sql",
                "db/00_roles.sql",
                "db/seed.sql",
                "db/V3.txt");
        assertThat(expand("db/*.sql"))
                .containsExactly(
                        "db/00_roles.sql",
                        "db/V1.0__zero.sql",
                        "db/V1_2__a.sql",
                        "db/V1.10__b.sql",
                        "db/V2__two.sql",
                        "db/V10__ten.sql",
                        "db/V20240101120000__late.sql",
                        "db/seed.sql",
                        "db/R__a.sql",
                        "db/R__z.sql");
    }

    @Test
    void ordersVersionsOfAllDirectoriesTogether() throws IOException {
        files("db/new/V1__a.sql", "db/old/V3__c.sql", "db/V2__b.sql", "db/read.me");
        List<String> expected = List.of("db/new/V1__a.sql", "db/V2__b.sql", "db/old/V3__c.sql");
        assertThat(expand("db")).isEqualTo(expected);
        assertThat(expand("db/**/*.sql")).isEqualTo(expected);
    }

    @Test
    void keepsAWildcardWithinItsDirectory() throws IOException {
        files("db/a1.sql", "db/a12.sql", "db/sub/a3.sql", "db/b1.sql");
        assertThat(expand("db/a?.sql")).containsExactly("db/a1.sql");
        assertThat(expand("d*/s*/*.sql")).containsExactly("db/sub/a3.sql");
    }

    @Test
    void findsFilesWithHostileNames() throws IOException {
        files("Größe & [1] {x} $HOME %s.sql", "db/a+b.sql");
        assertThat(expand("Größe & [1] {x} $HOME %s.sql")).hasSize(1);
        assertThat(expand("Gr*[1] {x} $*.sql")).hasSize(1);
        assertThat(expand("db/a+?.sql")).containsExactly("db/a+b.sql");
    }

    @Test
    void takesAbsolutePaths() throws IOException {
        files("db/a.sql");
        assertThat(InitScripts.expand(List.of(base.resolve("db") + "/*.sql"), Path.of("elsewhere")))
                .containsExactly(base.resolve("db/a.sql"));
    }

    @Test
    void namesEveryEntryThatGivesNoFileAndTheBaseDirectory() throws IOException {
        files("a.sql");
        Files.createDirectory(base.resolve("empty"));
        assertThatExceptionOfType(MissingInitScriptException.class)
                .isThrownBy(() -> expand("a.sql", "b.sql", "no/*.sql", "empty", "*.ddl", ""))
                .withMessageContaining("'b.sql', 'no/*.sql', 'empty', '*.ddl', ''")
                .withMessageContaining(base.toString())
                .satisfies(e -> assertThat(e.entries()).containsExactly("b.sql", "no/*.sql", "empty", "*.ddl", ""));
    }

    private void files(String... names) throws IOException {
        for (String name : names) {
            Path file = base.resolve(name);
            Files.createDirectories(file.resolve("..").normalize());
            Files.createFile(file);
        }
    }

    private List<String> expand(String... entries) {
        return InitScripts.expand(List.of(entries), base).stream()
                .map(path -> base.relativize(path).toString().replace('\\', '/'))
                .toList();
    }
}
