package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.report.RefactorConsole;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefactorTest {
    private static final Mapping MAPPING = MappingParser.parse(MappingSources.of(
                    YamlMappingReader.read("schemas: {shop: {tables: [\"ord*\"]}}\nunmapped: keep\n", "m.yml")))
            .mapping()
            .orElseThrow();

    @TempDir
    private Path folder;

    @Test
    void writesReportAndPatchAndChangesNothingUntilItIsTold() throws IOException {
        Path sql = Files.writeString(
                folder.resolve("a.sql"),
                "SELECT nextval('orders_id_seq') FROM public.orders;\nSELECT * FROM ordered;\n");
        Files.writeString(folder.resolve("b.rs"), "\"FROM orders\"");
        Refactor refactor = refactor(Optional.empty());

        Refactor.Result result = refactor.run(MAPPING, Refactor.Selection.ALL, false);

        JsonNode json = new ObjectMapper().readTree(result.report().path().toFile());
        assertThat(json.get("format").textValue()).isEqualTo("schema-maven-plugin/refactor");
        assertThat(json.get("references")).hasSize(3);
        JsonNode second = json.get("references").get(1);
        assertThat(second.get("object").textValue()).isEqualTo("public.orders");
        assertThat(second.get("line").intValue()).isEqualTo(1);
        assertThat(second.get("column").intValue()).isEqualTo(38);
        assertThat(second.get("action").textValue()).isEqualTo("edit");
        assertThat(second.get("replacement").textValue()).isEqualTo("shop.orders");
        assertThat(result.page().path())
                .hasFileName("refactor.html")
                .content()
                .contains("SELECT * FROM shop.ordered;", "b.rs");
        JsonNode sarif = new ObjectMapper()
                .readTree(
                        result.report().path().resolveSibling("refactor.sarif").toFile());
        assertThat(sarif.at("/runs/0/results/1/locations/0/physicalLocation/region/startColumn")
                        .intValue())
                .isEqualTo(38);
        assertThat(sarif.at("/runs/0/results/1/message/text").textValue())
                .isEqualTo("public.orders goes to shop: write shop.orders");
        assertThat(RefactorConsole.lines(result.refactoring(), false))
                .contains("1 file looked at: 2 references in 1 file to be changed, 1 to be looked at by a person.")
                .contains(
                        "  Not looked at: Rust, 1 file, such as b.rs; 1 of them with a word that is the name of something"
                                + " that moves.");
        assertThat(result.patch().path()).content().contains("+SELECT * FROM shop.ordered;\n");
        assertThat(sql).content().contains("FROM public.orders");

        refactor.run(MAPPING, Refactor.Selection.ALL, true);

        assertThat(sql)
                .content()
                .isEqualTo("SELECT nextval('orders_id_seq') FROM shop.orders;\nSELECT * FROM shop.ordered;\n");
        assertThat(refactor.run(MAPPING, Refactor.Selection.ALL, true)
                        .refactoring()
                        .files()
                        .changed())
                .isEmpty();
    }

    @Test
    void saysWhatIsStaleAndWhereItCannotWrite() throws IOException {
        Path sql = Files.writeString(folder.resolve("a.sql"), "DELETE FROM orders; SELECT currval('orders_id_seq');");
        Files.createDirectories(folder.resolve("db/migration"));
        Files.writeString(folder.resolve("db/migration/V1__a.sql"), "ALTER TABLE orders ADD x int;");
        Refactor refactor = refactor(Optional.empty());

        assertThat(new StaleReferences(refactor).find(MAPPING, Refactor.Selection.ALL))
                .extracting(Finding::subject, Finding::severity)
                .containsExactly(tuple("a.sql:1:13", Severity.ERROR), tuple("a.sql:1:37", Severity.WARNING));
        assertThat(new StaleReferences(refactor).find(MAPPING, new Refactor.Selection(List.of(), List.of("*.sql"))))
                .isEmpty();
        Files.writeString(folder.resolve("b.rs"), "\"FROM orders\"");
        Files.writeString(folder.resolve("c.json"), "{}");
        Files.write(folder.resolve("d.sql"), new byte[10]);
        assertThat(new StaleReferences(refactor)
                        .find(MAPPING, new Refactor.Selection(List.of(), List.of("a.sql", "*.java"))))
                .as("what was not looked at")
                .extracting(Finding::subject, Finding::severity)
                .containsExactlyInAnyOrder(
                        tuple("b.rs", Severity.WARNING),
                        tuple("c.json", Severity.INFO),
                        tuple("d.sql", Severity.WARNING));
        assertThat(sql.toFile().setWritable(false)).isTrue();
        assertThatThrownBy(() -> refactor.run(MAPPING, Refactor.Selection.ALL, true))
                .hasMessage("the sources cannot be changed: a.sql is read-only; all files are as they were");
    }

    @Test
    void namesFilesFromTheTopOfTheRepository() throws Exception {
        Path top = Files.createDirectories(folder.resolve("top of all"));
        // In a work tree beside its repository, git's own is a file.
        git(folder, "init", "-q", "--separate-git-dir", "elsewhere", top.toString());
        assertThat(top.resolve(".git")).isRegularFile();
        Path module = Files.createDirectories(top.resolve("shop/api"));
        Path sql = Files.writeString(module.resolve("a.sql"), "SELECT * FROM orders;\n");
        Refactor refactor =
                new Refactor(module, module.resolve("target/schema"), Optional.empty(), ChangeListener.NONE);

        for (Path from : List.of(top, module)) {
            Refactor.Result result = refactor.run(MAPPING, Refactor.Selection.ALL, false);
            JsonNode sarif = new ObjectMapper()
                    .readTree(result.report()
                            .path()
                            .resolveSibling("refactor.sarif")
                            .toFile());
            JsonNode json = new ObjectMapper().readTree(result.report().path().toFile());

            assertThat(json.get("folder").textValue()).isEqualTo("shop/api/");
            assertThat(json.at("/references/0/file").textValue()).isEqualTo("a.sql");
            assertThat(sarif.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                            .textValue())
                    .isEqualTo("shop/api/a.sql");
            git(from, "apply", result.patch().path().toString());
            assertThat(sql).as("applied in " + from).content().isEqualTo("SELECT * FROM shop.orders;\n");
            git(from, "apply", "-R", result.patch().path().toString());
        }
    }

    private static void git(Path folder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.autocrlf=false"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @PostgresTest
    void asksTheDatabaseForSequencesAndForWhatPatternsMatch(TestDatabase database) throws IOException {
        database.execute("CREATE TABLE orders (id bigserial); CREATE SEQUENCE orders_seq; CREATE TABLE other (id int)");
        Path sql = Files.writeString(
                folder.resolve("a.sql"),
                "SELECT nextval('orders_id_seq'), nextval('orders_seq') FROM orders, ordered;");
        Goals goals = Goals.on(database, folder.resolve("target"));

        refactor(Optional.of(goals.workplace())).run(MAPPING, Refactor.Selection.ALL, true);

        assertThat(sql)
                .content()
                .isEqualTo("SELECT nextval('shop.orders_id_seq'), nextval('orders_seq') FROM shop.orders, ordered;");
    }

    private Refactor refactor(Optional<Workplace> database) {
        return new Refactor(folder, folder.resolve("target/schema"), database, ChangeListener.NONE);
    }
}
