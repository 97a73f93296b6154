package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.analysis.Analysis;
import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goals find in real databases, and in mappings that are wrong, is a report as Surefire's schema has them. */
class FindingsJunitTest {
    private static final Set<FindingsFiles.Format> JUNIT = EnumSet.of(FindingsFiles.Format.JUNIT);

    @TempDir
    private Path folder;

    @Test
    void theSchemaSaysWhatIsNoReport() throws Exception {
        Path report = folder.resolve("TEST-x.xml");
        Files.writeString(
                report,
                "<testsuite name='x' tests='1' errors='0' skipped='0' failures='0'>\n"
                        + "<testcase name='y' time='0'><system-out/><failure type='z'/></testcase>\n"
                        + "<testcase time='long'/>\n</testsuite>\n");
        assertThat(ReportSchema.problems(report))
                .hasSize(4)
                .allMatch(p -> p.startsWith("TEST-x.xml:2: ") || p.startsWith("TEST-x.xml:3: "));
    }

    @PostgresTest
    void whatGoalsSayOfTheSampleIsValid(@Sample TestDatabase database) throws Exception {
        Goals goals = Goals.on(database, folder.resolve("out"));
        ParsedMapping mapping = SampleDatabase.mappingWithViews(database);
        List<Finding> before = goals.analyze(mapping).findings();
        assertThat(before).hasSizeGreaterThan(10);
        assertValid("analyze", before);
        List<Finding> verified = goals.verify(mapping, Expectation.MIGRATED).findings();
        assertThat(verified).anyMatch(Finding::isError);
        assertValid("verify", verified);
    }

    @PostgresTest
    void namesThatAreMarkupAreValid(TestDatabase database) throws Exception {
        List<String> names = List.of(
                "</testcase></testsuite>",
                "\" & ' <",
                "]]>",
                "a\u0001\u0008\r\n\t b",
                "\uFFFE\uFFFF",
                "größe \uD83D\uDE00",
                "<!--",
                "<?xml?>");
        for (String name : names) {
            String table = Identifier.of(name).sql();
            database.execute("CREATE TABLE " + table + " (" + table + " int PRIMARY KEY); GRANT SELECT ON " + table
                    + " TO PUBLIC");
        }
        List<Finding> findings = Goals.on(database, folder.resolve("out"))
                .analyze(parsed("schemas: {shop: {tables: [nothing, \"]]>\"]}}"))
                .findings();
        assertThat(findings.stream().filter(f -> f.code() == FindingCode.UNMAPPED_TABLE))
                .hasSize(names.size() - 1);
        assertValid("analyze", findings);
    }

    @Test
    void whatIsWrongWithAMappingIsValid() throws Exception {
        ParsedMapping parsed =
                parsed("schemas: {\"<shop>\": {tabels: [x], tables: 7, owner: [\"]]>\"]}}\nsuorce: '&'\n");
        assertThat(parsed.problems()).hasSizeGreaterThan(2);
        assertValid("analyze", Analysis.of(parsed.problems()));
    }

    /** Any piece of text in any place of a finding. */
    @Test
    void anyTextIsValid() throws Exception {
        for (int plane : new int[] {0, 1, 16}) {
            StringBuilder all = new StringBuilder();
            IntStream.range(plane << 16, (plane << 16) + 0x1_0000).forEach(all::appendCodePoint);
            String text = all.toString();
            assertValid(
                    "verify",
                    List.of(new Finding(
                            FindingCode.TABLE_NOT_FOUND, Severity.ERROR, text, text, text, Optional.empty())));
        }
    }

    private void assertValid(String goal, List<Finding> findings) throws Exception {
        Path file = new FindingsFiles(folder.resolve("reports"), folder, folder.resolve("pom.xml"))
                .write(goal, "report", findings, JUNIT)
                .get(0)
                .path();
        assertThat(ReportSchema.problems(file)).isEmpty();
    }

    private static ParsedMapping parsed(String yaml) {
        return MappingParser.parse(MappingSources.of(YamlMappingReader.read(yaml, "m.yml")));
    }
}
