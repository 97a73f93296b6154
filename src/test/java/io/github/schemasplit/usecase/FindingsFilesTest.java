package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.Origin;
import io.github.schemasplit.mapping.YamlMappingReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.surefire.log.api.PrintStreamLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SARIF is checked against the schema that OASIS publishes, JUnit's XML against the one that Surefire publishes; and that is read by what
 * Maven reads it with.
 */
class FindingsFilesTest {
    private static final Schema SARIF = schema();
    private static final Set<FindingsFiles.Format> BOTH = EnumSet.allOf(FindingsFiles.Format.class);
    private static final List<Finding> FINDINGS = List.of(
            finding(
                    FindingCode.TABLE_NOT_FOUND,
                    Severity.ERROR,
                    "tabelle ü\u0001\uFFFF",
                    new Origin("db/m.yml", 3, 7, "")),
            finding(
                    FindingCode.TABLE_NOT_FOUND,
                    Severity.ERROR,
                    "</failure>]]>",
                    new Origin("-Dschema.source", 0, 0, "")),
            finding(FindingCode.STALE_REFERENCE, Severity.WARNING, "a b.sql:1:2", new Origin("src/a b.sql", 1, 2, "")),
            new Finding(FindingCode.UNMAPPED_TABLE, Severity.INFO, "t", "m", "r", Optional.empty()));

    @TempDir
    private Path repository;

    @Test
    void codeHostsFindThemBesideTheLinesOfMappingAndSources() throws Exception {
        Path folder = project();

        List<WrittenFile> files = files(folder).write("verify", "verification", FINDINGS, BOTH);

        assertThat(files)
                .extracting(f -> f.path().getFileName().toString())
                .containsExactly("verification.sarif", "TEST-schema-verify.xml");
        JsonNode run = valid(files.get(0).path()).at("/runs/0");
        assertThat(run.at("/tool/driver/rules").findValuesAsText("id"))
                .containsExactly("TABLE_NOT_FOUND", "UNMAPPED_TABLE", "STALE_REFERENCE");
        assertThat(run.at("/tool/driver/rules/1/shortDescription/text").asText())
                .isEqualTo("Unmapped table");
        assertThat(run.at("/results").findValuesAsText("level")).containsExactly("error", "error", "warning", "note");
        assertThat(run.at("/results").findValuesAsText("uri"))
                .containsExactly("shop/db/m.yml", "shop/db/m.yml", "shop/src/a%20b.sql", "shop/db/m.yml");
        assertThat(run.at("/results").findValuesAsText("startLine")).containsExactly("3", "1", "1", "1");
        assertThat(run.at("/results").findValuesAsText("startColumn")).containsExactly("7", "1", "2", "1");
    }

    @Test
    void whereNoFileIsTheMappingsAFindingHasNoPlace() throws Exception {
        List<WrittenFile> files = new FindingsFiles(
                        repository.resolve("out"), repository, repository.resolve("pom.xml"))
                .write("analyze", "analysis", FINDINGS, EnumSet.of(FindingsFiles.Format.SARIF));

        assertThat(files).hasSize(1);
        assertThat(valid(files.get(0).path()).at("/runs/0/results").findValuesAsText("uri"))
                .isEmpty();
    }

    @Test
    void buildServersReadThemAsTestsOfWhichErrorsFail() throws Exception {
        Path file = files(project())
                .write("verify", "verification", FINDINGS, EnumSet.of(FindingsFiles.Format.JUNIT))
                .get(0)
                .path();

        ReportTestSuite suite = suite(file);
        assertThat(suite.getFullClassName()).isEqualTo("schema.verify");
        assertThat(List.of(
                        suite.getNumberOfTests(),
                        suite.getNumberOfFailures(),
                        suite.getNumberOfErrors(),
                        suite.getNumberOfSkipped()))
                .containsExactly(4, 2, 0, 0);
        assertThat(suite.getTestCases())
                .extracting(ReportTestCase::getName, ReportTestCase::hasFailure)
                .containsExactly(
                        tuple("TABLE_NOT_FOUND tabelle ü\\u{1}\\u{FFFF}", true),
                        tuple("TABLE_NOT_FOUND </failure>]]>", true),
                        tuple("STALE_REFERENCE a b.sql:1:2", false),
                        tuple("UNMAPPED_TABLE t", false));
        assertThat(suite.getTestCases().get(0).getFailureMessage()).isEqualTo("what & why");
        assertThat(file).content(StandardCharsets.UTF_8).contains("do &lt;this");
    }

    @Test
    void nothingFoundIsOneTestThatPassed() throws Exception {
        List<WrittenFile> files = files(project()).write("analyze", "analysis", List.of(), BOTH);

        assertThat(SARIF.validate("{\"version\": \"2.1.0\", \"runs\": [{}]}", InputFormat.JSON))
                .as("what is not valid")
                .isNotEmpty();
        assertThat(valid(files.get(0).path()).at("/runs/0/results")).isEmpty();
        assertThat(suite(files.get(1).path()).getTestCases())
                .extracting(ReportTestCase::getName, ReportTestCase::isSuccessful)
                .containsExactly(tuple("nothing was found", true));
        assertThat(files(project()).write("analyze", "analysis", List.of(), Set.of()))
                .isEmpty();
    }

    @Test
    void whatSourcesNameIsValidToo() throws IOException {
        Path folder = project();
        Mapping mapping = MappingParser.parse(
                        MappingSources.of(YamlMappingReader.read("schemas: {shop: {tables: [orders]}}", "m.yml")))
                .mapping()
                .orElseThrow();
        Refactor refactor =
                new Refactor(folder, folder.resolve("target/schema"), Optional.empty(), ChangeListener.NONE);
        refactor.run(mapping, Refactor.Selection.ALL, false);
        assertThat(valid(folder.resolve("target/schema/refactor.sarif"))
                        .at("/runs/0/results")
                        .findValuesAsText("uri"))
                .containsExactly("shop/src/a%20b.sql");

        List<Finding> stale = new StaleReferences(refactor).find(mapping, Refactor.Selection.ALL);
        WrittenFile file = files(folder)
                .write("verify", "verification", stale, EnumSet.of(FindingsFiles.Format.SARIF))
                .get(0);
        JsonNode place = valid(file.path()).at("/runs/0/results/0/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("shop/src/a%20b.sql");
        assertThat(place.at("/region/startColumn").asInt()).isEqualTo(8);
    }

    /** A folder in a repository, with a mapping and a source. */
    private Path project() throws IOException {
        Files.createDirectories(repository.resolve(".git"));
        Path folder = Files.createDirectories(repository.resolve("shop"));
        Files.createDirectories(folder.resolve("db"));
        Files.createDirectories(folder.resolve("src"));
        Files.writeString(folder.resolve("db/m.yml"), "schemas: {}\n");
        Files.writeString(folder.resolve("src/a b.sql"), "UPDATE orders SET x = 1;\n");
        return folder;
    }

    private static FindingsFiles files(Path folder) {
        return new FindingsFiles(folder.resolve("target/schema"), folder, folder.resolve("db/m.yml"));
    }

    private static Finding finding(FindingCode code, Severity severity, String subject, Origin origin) {
        return new Finding(code, severity, subject, "what & why", "do <this>", Optional.of(origin));
    }

    private static JsonNode valid(Path file) throws IOException {
        String sarif = Files.readString(file);
        assertThat(SARIF.validate(sarif, InputFormat.JSON)).isEmpty();
        return new ObjectMapper().readTree(sarif);
    }

    private static ReportTestSuite suite(Path file) throws Exception {
        assertThat(ReportSchema.problems(file)).isEmpty();
        try (InputStreamReader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            List<ReportTestSuite> suites = new TestSuiteXmlParser(new PrintStreamLogger(System.out)).parse(reader);
            assertThat(suites).hasSize(1);
            return suites.get(0);
        }
    }

    private static Schema schema() {
        try (InputStream schema = FindingsFilesTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
