package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.report.VerificationReport;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {
    private static final String TABLES = """
            CREATE TABLE orders (id int PRIMARY KEY);
            CREATE TABLE order_items (id int PRIMARY KEY);
            """;

    @TempDir
    private Path output;

    @PostgresTest
    void failsForAMappingThatContradictsItself(TestDatabase database) {
        database.execute(TABLES);
        Goals goals = Goals.on(database, output);
        goals.migrate(mapping("  shop:\n    tables: [\"order*\"]\n"));
        database.execute("CREATE TABLE public.order_lines (id int)");
        VerificationReport report = goals.verify(
                mapping("  shop:\n    tables: [\"order*\"]\n  stock:\n    tables: [\"*_lines\"]\n"),
                Expectation.MIGRATED);
        assertThat(report.findings())
                .filteredOn(f -> f.code() == FindingCode.NAMED_TWICE && f.isError())
                .isNotEmpty();
    }

    @PostgresTest
    void saysThatNoMigrationHasRun(TestDatabase database) {
        database.execute(TABLES);
        Goals goals = Goals.on(database, output);
        ParsedMapping mapping = mapping("  shop:\n    tables: [\"order*\"]\n");
        Verify verify = new Verify(goals.workplace(), ChangeListener.NONE);
        Verify.Result before = verify.run(mapping.mapping().orElseThrow(), Expectation.MIGRATED, true);
        assertThat(before.report().hasErrors()).isTrue();
        assertThat(before.failure())
                .isEqualTo("The database is not as expected, and schema:migrate has not run on it"
                        + " (there is no journal in schema schemasplit)");
        goals.migrate(mapping);
        database.execute("ALTER TABLE shop.orders SET SCHEMA public");
        Verify.Result after = verify.run(mapping.mapping().orElseThrow(), Expectation.MIGRATED, true);
        assertThat(after.report().hasErrors()).isTrue();
        assertThat(after.failure()).isEqualTo("The database is not as expected");
    }

    @PostgresTest
    void comparesNoStatesOfAnotherMajorVersion(TestDatabase database) {
        database.execute(TABLES);
        Goals goals = Goals.on(database, output);
        ParsedMapping mapping = mapping("  shop:\n    tables: [\"order*\"]\n");
        goals.migrate(mapping);
        database.execute(
                "UPDATE schemasplit.migration SET server_version = '9.6'; ALTER TABLE shop.orders ADD note text");
        VerificationReport report = goals.verify(mapping, Expectation.MIGRATED);
        assertThat(report.hasErrors()).isFalse();
        assertThat(report.findings()).extracting("code").containsExactly(FindingCode.JOURNAL_NOT_COMPARABLE);
        database.execute("ALTER TABLE shop.orders SET SCHEMA public");
        assertThat(goals.verify(mapping, Expectation.MIGRATED).findings())
                .extracting("code")
                .contains(FindingCode.NOT_IN_PLACE);
    }

    private static ParsedMapping mapping(String schemas) {
        return MappingParser.parse(
                MappingSources.of(YamlMappingReader.read("schemas:\n" + schemas + "compatibility: none\n", "m.yml")));
    }
}
