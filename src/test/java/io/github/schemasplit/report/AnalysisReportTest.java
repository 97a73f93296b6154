package io.github.schemasplit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.analysis.Analysis;
import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.hazard.Hazards;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.names.RoutineTexts;
import io.github.schemasplit.plan.Planner;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The reports of one database, against golden files; {@code -Dgolden.update=true} writes them anew. */
class AnalysisReportTest {
    private static final Path FOLDER = Path.of("src/test/resources/report");
    private static final String MAPPING = """
            schemas:
              sales:
                purpose: "What \\"customers\\" order"
                tables: ["Kunden & Co", orders]
              billing:
                tables: [invoices]
            unmapped: keep
            compatibility: none
            routineBodies: report
            """;

    @PostgresTest
    void printsAScreenful(TestDatabase database) throws Exception {
        assertGolden(
                "console.txt", anonymous(String.join("\n", AnalysisConsole.lines(report(database))) + "\n", database));
    }

    @PostgresTest
    void writesAnalysisJson(TestDatabase database) throws Exception {
        assertGolden(
                "analysis.json",
                anonymous(new String(AnalysisJson.write(report(database)), StandardCharsets.UTF_8), database));
    }

    @PostgresTest
    void writesTheSameForTheSame(TestDatabase database) throws Exception {
        AnalysisReport report = report(database);
        assertThat(AnalysisJson.write(report(database))).isEqualTo(AnalysisJson.write(report));
    }

    @PostgresTest
    void sumsUpWhatMoves(TestDatabase database) throws Exception {
        assertThat(MoveSummary.of(report(database).assignment()))
                .isEqualTo("3 tables, 1 partition and 1 view to 2 schemas");
    }

    private static AnalysisReport report(TestDatabase database) throws IOException, SQLException {
        if (database.query("SELECT to_regclass('public.orders')").contains("null")) {
            database.execute(Files.readString(FOLDER.resolve("before.sql")));
        }
        try (Connection connection = database.connect()) {
            Assignment assignment = Assigner.assign(
                    new CatalogReader().readInOwnTransaction(connection),
                    MappingParser.parse(MappingSources.of(YamlMappingReader.read(MAPPING, "mapping.yml")))
                            .mapping()
                            .orElseThrow());
            RoutineTexts texts = new RoutineTexts(assignment);
            List<Finding> findings = Analysis.of(texts);
            return new AnalysisReport(
                    assignment, findings, Hazards.of(texts, findings), new Planner().plan(texts), List.of(), List.of());
        }
    }

    /** Without what differs from one run to the next: the server's version and the database's name. */
    private static String anonymous(String text, TestDatabase database) {
        String version = database.query("SHOW server_version").get(0);
        return text.replace(version, "VERSION").replace(database.name(), "DATABASE");
    }

    private static void assertGolden(String name, String actual) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(file));
    }
}
