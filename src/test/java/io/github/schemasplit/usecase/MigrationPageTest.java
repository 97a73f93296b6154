package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.testing.Browser;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class MigrationPageTest {
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    @TempDir
    private Path output;

    @PostgresTest
    void saysWhatMovedAndIsReadInABrowser(TestDatabase database) throws Exception {
        Migrate.Result result = migrate(database);
        List<Event> told = new ArrayList<>();
        new MigrationPage(Goals.on(database, output).workplace()).write(result, told::add);
        Path page = output.resolve("migration.html");

        assertThat(told).isEmpty();
        try (Browser browser = Browser.start()) {
            browser.open(page);
            browser.element("#open").click();
            assertThat(browser.evaluate("return document.querySelector('main').innerText;")
                            .toString())
                    .contains("Migrated: 2 tables to 1 schema, in 1 transaction.")
                    .contains("public.\"" + HOSTILE + "\"", "ALTER TABLE public.orders SET SCHEMA shop")
                    .contains("Old names that go on working as views")
                    .contains(result.batches().get(0).entry().toString())
                    .contains("Nothing was otherwise than planned after the commit.");
            assertThat(browser.seen("[data-part=move]")).isEqualTo(2);
            assertThat(browser.seen("[data-part=view]")).isEqualTo(2);
            assertThat(browser.seen("[data-part=shut]"))
                    .isEqualTo(result.batches().get(0).shut().size());
            assertThat(browser.seen("[data-part=statement]"))
                    .isEqualTo(result.plan().operations().size());
            assertThat(browser.seen("img")).isZero();
            assertThat(browser.seen("svg.picture")).isEqualTo(1);
            assertThat(browser.evaluate("return document.querySelector('.picture .box title').textContent;"))
                    .isEqualTo("shop: 2 tables");
            browser.choose("select[name=part]", "move");
            browser.awaitText("#shown", "2 of ");
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.requests()).containsOnly(page.toUri().toString());
        }
    }

    @PostgresTest
    void whatCanNotBeWrittenStopsNothingAndIsTold(TestDatabase database) throws Exception {
        Migrate.Result result = migrate(database);
        List<Event> told = new ArrayList<>();
        Files.createDirectories(output.resolve("migration.html/in the way"));
        new MigrationPage(Goals.on(database, output).workplace()).write(result, told::add);

        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.LeftUndone.class,
                        undone -> assertThat(undone.toString())
                                .contains(
                                        "The report of the migration was not written",
                                        "migration.html cannot be written"));
    }

    @PostgresTest
    void whereNothingWasDoneTheLastReportStays(TestDatabase database) throws Exception {
        migrate(database);
        Migrate.Result nothing = Goals.on(database, output).migrate(mapping());
        Files.writeString(output.resolve("migration.html"), "the last");
        new MigrationPage(Goals.on(database, output).workplace()).write(nothing, ChangeListener.NONE);

        assertThat(nothing.batches()).isEmpty();
        assertThat(output.resolve("migration.html")).hasContent("the last");
    }

    @PostgresTest
    void whatMovedInBatchesIsOnePicture(TestDatabase database) throws Exception {
        for (int i = 0; i < 12; i++) {
            database.execute("CREATE TABLE t" + i + " (id int PRIMARY KEY, of int REFERENCES t" + i / 2 + ")");
        }
        Goals goals = Goals.on(database, output);
        MigrationPage drawn = new MigrationPage(goals.workplace());
        Migrate.Result result = new Migrate(
                        goals.workplace(),
                        AllowedHazards.NONE,
                        Batching.ofLocks(8),
                        Goals.PERSISTENCE,
                        drawn.drawing(ChangeListener.NONE))
                .run(new ParsedMapping(
                        Optional.of(new MappingBuilder().tables("shop", "t*").build()), List.of(), List.of()));
        new MigrationPage(goals.workplace()).write(result, ChangeListener.NONE);

        assertThat(result.batches()).hasSizeGreaterThan(1);
        assertThat(Files.readString(output.resolve("migration.html")))
                .contains("<title>shop: 12 tables</title>")
                .doesNotContain("was there before");
        byte[] drawnAfterwards = Files.readAllBytes(output.resolve("migration.html"));
        Files.delete(output.resolve("migration.html"));
        drawn.write(result, ChangeListener.NONE);
        assertThat(output.resolve("migration.html")).hasBinaryContent(drawnAfterwards);
    }

    private Migrate.Result migrate(TestDatabase database) {
        database.execute("CREATE TABLE \"" + HOSTILE + "\" (id int); CREATE TABLE orders (id int)");
        return Goals.on(database, output).migrate(mapping());
    }

    private static MappingBuilder mapping() {
        return new MappingBuilder().tables("shop", HOSTILE, "orders").compatibility(Compatibility.VIEWS);
    }
}
