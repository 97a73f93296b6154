package io.github.schemasplit.sourcecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.schemasplit.sql.Identifier;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileSourcesTest {
    private static final int TRIES = Integer.getInteger("sources.tries", 15);
    private static final List<String> SCRAPS = List.of(
            "\"",
            "'",
            "`",
            "${",
            "}",
            "{",
            "(",
            ")",
            "<",
            "</",
            ">",
            "/*",
            "*/",
            "//",
            "#",
            "\\",
            "\n",
            "<<EOF\n",
            "@Table(",
            "<![CDATA[",
            "\"\"\"",
            "+",
            "FROM orders",
            "$$",
            "\uD83D",
            "\uFEFF",
            "\u0000x",
            "public.",
            "users",
            "|\n  ",
            "&lt;");

    private final MovedNames names = new MovedNames(CorpusTest.mapping());

    @TempDir
    Path folder;

    @Test
    void filesThatAreNotWhatTheirNamesSayAreReadToTheEnd() throws IOException {
        Random random = new Random(9);
        for (Path file : files()) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            String path = file.getFileName().toString();
            Language language = Language.of(path).filter(Language::isRead).orElse(Language.SQL);
            for (int i = 0; i < TRIES; i++) {
                SourceText source = new SourceText(path, broken(text, random), StandardCharsets.UTF_8);
                Findings findings = read(source, language);
                int size = source.bytes().length;
                findings.file()
                        .map(found -> ChangedFile.of(source, found.edits()))
                        .ifPresent(changed ->
                                assertThat(changed.changes()).allMatch(c -> c.start() <= c.end() && c.end() <= size));
            }
        }
    }

    @Test
    void whatIsTooLargeToReadIsSaid() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("dump.sql").toFile(), "rw")) {
            file.setLength(50_000_000);
        }
        Files.writeString(folder.resolve("b.sql"), "SELECT * FROM orders;");

        Refactoring refactoring = new Sources(folder, names, List.of(), List.of(), folder.resolve("target")).read();

        assertThat(refactoring.edits()).hasSize(1);
        assertThat(refactoring.notLookedAt())
                .containsExactly(new Refactoring.NotLookedAt("larger than 10 MB", 1, 0, "dump.sql"));
    }

    @Test
    void linksInACircleAndBinaryFilesAreNoObstacle() throws IOException {
        Files.createDirectories(folder.resolve("a/b"));
        Files.createSymbolicLink(folder.resolve("a/b/up"), folder.resolve("a"));
        Files.write(folder.resolve("a/x.sql"), new byte[] {'F', 'R', 'O', 'M', 0, 1});
        Files.writeString(folder.resolve("a/b/y.sql"), "TABLE orders; SELECT * FROM orders;");

        Refactoring refactoring = new Sources(folder, names, List.of(), List.of(), folder.resolve("target")).read();

        assertThat(refactoring.files().changed()).containsExactly("a/b/y.sql");
        assertThat(refactoring.notLookedAt())
                .extracting(Refactoring.NotLookedAt::why)
                .containsExactly("no text");
    }

    @Test
    void oneFileThatCannotBeReadKeepsNoOtherFromBeingRead() throws IOException {
        Files.createDirectories(folder.resolve("in/a.sql/b.sql"));
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/c.sql"), "SELECT * FROM orders;");
        Files.writeString(folder.resolve("in/a.sql/d.sql"), "SELECT * FROM orders;");
        // Half a character, and four bytes for each character: neither is text to anybody.
        Files.write(folder.resolve("in/half.sql"), new byte[] {(byte) 0xFF, (byte) 0xFE, 'F'});
        Files.write(folder.resolve("in/wide.sql"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0, 'F', 0, 0, 0});
        Files.write(folder.resolve("in/odd.sql"), new byte[] {'-', '-', (byte) 0x80, '\n', (byte) 0xC3});
        Files.createSymbolicLink(folder.resolve("in/e.sql"), folder.resolve("out/c.sql"));
        Files.createSymbolicLink(folder.resolve("in/out"), folder.resolve("out"));
        Files.createSymbolicLink(folder.resolve("in/gone.sql"), folder.resolve("nothing"));
        Files.createSymbolicLink(folder.resolve("in/photo.png"), folder.resolve("nothing"));
        Files.createSymbolicLink(folder.resolve("in/twice.sql"), folder.resolve("in/a.sql/d.sql"));
        // A file that is there and that nobody can read from its beginning, not even root.
        Path unreadable = Path.of("/proc/self/mem");
        if (Files.exists(unreadable)) {
            Files.createSymbolicLink(folder.resolve("in/.gitignore"), unreadable);
        }
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("in"));

        Refactoring refactoring = new Sources(link, names, List.of(), List.of(), folder.resolve("target")).read();

        assertThat(refactoring.files().changed()).containsExactly("a.sql/d.sql");
        assertThat(refactoring.notLookedAt())
                .filteredOn(n -> !n.example().equals(".gitignore"))
                .containsExactly(
                        new Refactoring.NotLookedAt("a link out of the folder", 2, 0, "e.sql"),
                        new Refactoring.NotLookedAt("a link to nothing", 1, 0, "gone.sql"),
                        new Refactoring.NotLookedAt("no text", 2, 0, "half.sql"));
        assertThat(refactoring.notLookedAt().stream().anyMatch(n -> n.why().startsWith("rules of what git ignores")))
                .isEqualTo(Files.exists(unreadable));
        assertThat(new SourceFiles(folder.resolve("in")).open("a.sql").obstacle())
                .contains("not readable");
        assertThat(new SourceFiles(folder.resolve("in")).open("vanished.sql").obstacle())
                .contains("not readable");
    }

    @Test
    void whatTheRepositoryAroundIgnoresIsPassedOver() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        Files.createDirectories(folder.resolve("api/src/made"));
        Files.writeString(folder.resolve(".gitignore"), "*.log.sql\n/api/src/made/\n/src/\n");
        Files.writeString(folder.resolve("api/.gitignore"), "!kept.log.sql\nold.*\n");
        for (String file : List.of("a.sql", "b.log.sql", "kept.log.sql", "old.sql", "made/c.sql", "target")) {
            Files.writeString(folder.resolve("api/src").resolve(file), "SELECT * FROM orders;");
        }

        List<String> files = SourceTree.of(folder.resolve("api"), List.of("src/**"), List.of("*.bak"), Set.of())
                .files();

        assertThat(files).containsExactly("src/a.sql", "src/kept.log.sql", "src/target");
    }

    @Test
    void nestingHasNoEndThatIsTooDeep() {
        for (String open : List.of("`${", "<p>{", "(", "[", "{", "\"${", "f\"{", "a+", "<p ", "<p>".repeat(70) + "{")) {
            for (Language language : List.of(Language.TYPESCRIPT, Language.KOTLIN, Language.PYTHON, Language.JAVA)) {
                String text = open.repeat(open.length() > 9 ? 300 : 3_000) + " 'SELECT * FROM orders'";
                read(new SourceText("x", text, StandardCharsets.UTF_8), language);
            }
        }
    }

    @Test
    void aSchemaNamedLikeAPlaceOfAFormatIsWrittenWhereNothingIsFormattedOnly() throws IOException {
        Files.writeString(folder.resolve("a.py"), "cur.execute('SELECT * FROM orders WHERE id = %s' % (x,))\n");
        Files.writeString(folder.resolve("b.sql"), "SELECT * FROM orders;\n");
        MovedNames percent =
                new MovedNames(new Identifier("public"), Map.of("orders", new Identifier("50%s")), Map.of(), Map.of());

        Refactoring refactoring = new Sources(folder, percent, List.of(), List.of(), folder.resolve("target")).read();

        assertThat(refactoring.reports())
                .extracting(SourceReference::file, SourceReference::reason)
                .containsExactly(tuple(
                        "a.py", "the schema's name has characters that code may put something else in the place of"));
        assertThat(refactoring.edits())
                .extracting(SourceReference::file, r -> r.replacement().orElse(""))
                .containsExactly(tuple("b.sql", "\"50%s\".orders"));
    }

    @Test
    void aMigrationThatRunsAfterOursIsNoHistory() throws IOException {
        Map<String, String> ours = Map.of(
                "db/migration/V9__a.sql db/migration/V10_1__b.sql", "db/migration/V10__split_schemas.sql",
                "supabase/migrations/20260101000000_a.sql supabase/migrations/20270101000000_b.sql",
                        "supabase/migrations/20261129120000_split_schemas.sql",
                "db/changelog/007-a.sql db/changelog/010-b.sql", "db/changelog/008-split-schemas.sql");
        for (Map.Entry<String, String> each : ours.entrySet()) {
            for (String file : (each.getKey() + " " + each.getValue()).split(" ")) {
                Files.createDirectories(folder.resolve(file).getParent());
                String head = file.contains("split") ? "-- Made by schema-maven-plugin for database d\n" : "";
                Files.writeString(folder.resolve(file), head + "ALTER TABLE orders ADD x int;\n");
            }
        }
        Files.createDirectories(folder.resolve("deploy/sql"));
        Files.writeString(
                folder.resolve("deploy/sql/1_split_schemas.sql"),
                "-- Made by schema-maven-plugin for database d on PostgreSQL 18.\nALTER TABLE public.orders SET SCHEMA shop;\n");
        Files.createDirectories(folder.resolve("db/migration/below"));
        Files.writeString(folder.resolve("db/migration/below/V12__c.sql"), "ALTER TABLE orders ADD x int;\n");
        // Between two of ours: it has run before the last of them.
        Files.writeString(
                folder.resolve("db/changelog/012-split-schemas.sql"),
                "-- Made by schema-maven-plugin for database d\nALTER TABLE orders ADD x int;\n");
        // Somebody else's, by its name only.
        Files.writeString(folder.resolve("db/changelog/001-split-schemas.sql"), "ALTER TABLE orders ADD x int;\n");
        Files.createDirectories(folder.resolve("other/migrations"));
        Files.writeString(folder.resolve("other/migrations/99_a.sql"), "ALTER TABLE orders ADD x int;\n");

        Refactoring refactoring = new Sources(folder, names, List.of(), List.of(), folder.resolve("target")).read();

        assertThat(refactoring.edits()).isEmpty();
        assertThat(refactoring.reports())
                .filteredOn(r -> r.kind() != SourceReference.Kind.UNTOUCHED)
                .extracting(SourceReference::file, SourceReference::reason)
                .containsExactly(
                        tuple("db/migration/V10_1__b.sql", later()),
                        tuple("db/migration/below/V12__c.sql", later()),
                        tuple("supabase/migrations/20270101000000_b.sql", later()));
        assertThat(refactoring.reports()).hasSize(14);
    }

    @Test
    void aNameThatNeedsQuotesIsWrittenIntoNoStringThatItWouldEnd() throws IOException {
        Map<String, String> files = Map.of(
                "a.sh", "sh -c \"psql -c 'SELECT * FROM orders'\"\n",
                "b.py", "supabase.schema(\"public\").table(\"orders\").select(\"*\").execute()\n",
                "c.kt", "import org.ktorm.schema.Table\nobject Orders : Table<Nothing>(\"orders\") {\n}\n",
                "d.sql", "CREATE FUNCTION f() RETURNS int AS 'SELECT 1 FROM orders' LANGUAGE sql;\n",
                "e.sql", "CREATE FUNCTION f() RETURNS int AS $$SELECT 1 FROM orders$$ LANGUAGE sql;\n");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        MovedNames hostile = new MovedNames(
                new Identifier("public"), Map.of("orders", new Identifier("it's \"x\"")), Map.of(), Map.of());

        Refactoring refactoring = new Sources(folder, hostile, List.of(), List.of(), folder.resolve("target")).read();

        assertThat(refactoring.files().changed()).containsExactly("d.sql", "e.sql");
        refactoring.apply();
        assertThat(folder.resolve("d.sql"))
                .hasContent(
                        "CREATE FUNCTION f() RETURNS int AS 'SELECT 1 FROM \"it''s \"\"x\"\"\".orders' LANGUAGE sql;\n");
        assertThat(folder.resolve("e.sql"))
                .hasContent(
                        "CREATE FUNCTION f() RETURNS int AS $$SELECT 1 FROM \"it's \"\"x\"\"\".orders$$ LANGUAGE sql;\n");
        assertThat(refactoring.reports()).extracting(SourceReference::file).contains("a.sh", "b.py", "c.kt");
    }

    private static String later() {
        return "this migration runs after the one that moves it, and finds it at another place";
    }

    private Findings read(SourceText source, Language language) {
        Constants constants = new Constants();
        language.syntax().ifPresent(s -> {
            Code code = CodeLexer.read(source, language, s);
            constants.add(ConstantFinder.in(code));
            constants.add(ClientFinder.in(code));
        });
        Findings findings =
                new Findings(source, "public", History.of(source, new MigrationOrder(List.of(), f -> false)));
        language.read(source, names, constants, findings);
        return findings;
    }

    private static String broken(String text, Random random) {
        StringBuilder broken = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0 && !broken.isEmpty(); i--) {
            int at = random.nextInt(broken.length());
            if (random.nextBoolean()) {
                broken.insert(at, SCRAPS.get(random.nextInt(SCRAPS.size())));
            } else {
                broken.delete(at, Math.min(broken.length(), at + random.nextInt(40)));
            }
        }
        return broken.toString();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/test/resources/sourcecode"))) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> f.toString().contains("before"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
