package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.notice.NoticeKind;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** The runbook tells of one database, and goes along with what is done to it. */
class RunbookTest {
    @TempDir
    private Path output;

    private String runbook() throws IOException {
        return Files.readString(output.resolve("runbook.md"));
    }

    private List<WrittenFile> generate(Goals goals, ParsedMapping mapping) {
        return new Generate(
                        goals.workplace(),
                        Optional.of(new Generate.Project(output, output.resolve("backup"))),
                        ChangeListener.NONE)
                .run(mapping.mapping().orElseThrow(), Optional.empty())
                .files();
    }

    private Conduct conduct(Goals goals, String goal, NoticeKind kind) {
        return new Conduct(
                goals.workplace(),
                new Conduct.Terms(
                        goal, kind, OpeningHours.ALWAYS, List.of(), output.resolve("backup"), Optional.empty()),
                InstantSource.system());
    }

    @PostgresTest
    void tellsWhatIsLeftToPeopleAndWhatIsDoneByEachGoal(TestDatabase database) throws IOException {
        database.execute("""
                CREATE ROLE runbook_reader;
                CREATE TABLE orders (id int PRIMARY KEY);
                CREATE TABLE "order|Items" (id int REFERENCES orders);
                GRANT SELECT ON orders TO runbook_reader;
                CREATE FUNCTION dynamic(t text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'TRUNCATE ' || t; END $$;
                CREATE PUBLICATION p FOR TABLE orders;
                """);
        try {
            Files.createDirectories(output.resolve(".github/workflows"));
            Files.writeString(
                    output.resolve(".github/workflows/ci.yml"), "run: |\n  psql -c 'TRUNCATE orders, reorders'\n");
            ParsedMapping mapping = Goals.parsed(new MappingBuilder()
                    .compatibility(Compatibility.VIEWS)
                    .tables("shop", "orders")
                    .tables("billing", "order|Items")
                    .purpose("shop", "What was *ordered*")
                    .build());
            Goals goals = Goals.on(database, output);
            assertThat(generate(goals, mapping).stream()
                            .map(f -> f.path().getFileName().toString()))
                    .containsExactly("migrate.sql", "rollback.sql", "contract.sql", "runbook.md");
            assertThat(generate(goals, mapping)).noneMatch(WrittenFile::changed);
            String before = runbook();
            assertThat(before)
                    .contains("Database `" + database.name() + "` on `an embedded server`.\n")
                    .contains("**: not done yet, run schema:backup.\n")
                    .contains("**: no rehearsal, run schema:rehearse.\n")
                    .contains("**Identify all foreign key relationships**: 1, of which 1 will run between schemas\n")
                    .contains("  - [ ] `.github/workflows/ci.yml`, line 2: `orders`\n")
                    .contains("| table | `public.\"order\\|Items\"` | `billing.\"order\\|Items\"` |\n")
                    .contains("`runbook_reader`")
                    .contains("What was \\*ordered\\*\n")
                    .contains("### Subscribers and publications\n")
                    .contains("billing.\"order|Items\" → shop.orders`\n");
            Files.writeString(output.resolve("runbook.md"), before.replace("- [ ] **Train the", "- [x] **Train the"));
            Files.writeString(
                    output.resolve("rehearsal.json"),
                    "{\"database\": \"" + database.name()
                            + "\", \"outcome\": \"passed\", \"summary\": \"2 tables to 2 schemas\", \"blocking\":"
                            + " [{\"relation\": \"public.orders\", \"milliseconds\": 12.6}, {\"milliseconds\": 3}]}");

            Files.createDirectories(output.resolve("backup"));
            Files.writeString(
                    output.resolve("backup/full.json"),
                    "{\"madeAt\": \"2026-11-28T20:00:00Z\", \"database\": {\"name\": \"" + database.name()
                            + "\"}, \"archive\": {\"sha256\": \"00\", \"bytes\": 4711}, \"data\": true, \"schema\": null}");
            assertThat(WaysBack.lines(goals.workplace(), output.resolve("backup"), Optional.of(Duration.ofDays(90))))
                    .containsExactly(
                            "  schema:rollback  its exact inverse, from the journal, which holds it for 90 d at least; rows"
                                    + " written since are kept.",
                            "  schema:restore   the backup backup/full.json of 2026-11-28T20:00:00Z, the whole database, 4711"
                                    + " bytes, into an empty database; rows written since that are lost.");
            Files.writeString(
                    output.resolve("backup/later.json"),
                    Files.readString(output.resolve("backup/full.json")).replace("2026-11-28", "2999-11-28"));

            conduct(goals, "migrate", NoticeKind.AFTER)
                    .run(
                            ChangeListener.NONE,
                            told -> goals.migrate(mapping),
                            done -> new Outcome(done.plan(), done.batches()));
            assertThat(runbook())
                    .contains("- [x] **Migrate**: journal entry 1 of ")
                    .contains("- [x] **Back up the current database**: backup/full.json of 2026-11-28T20:00:00Z, ")
                    .contains(
                            "- [x] **Test the migration in a staging environment**: rehearsal.json says that it passed: 2"
                                    + " tables to 2 schemas, and tables were shut for 12 ms at most.\n")
                    .contains("- [ ] **Verify the database after the migration**: not done yet, run schema:verify.\n");
            assertThat(runbook()).contains("- [ ] **End the old names, once nothing uses them**: not done yet");
            goals.verify(mapping, Expectation.MIGRATED);
            new RunbookUpdate(goals.workplace(), output.resolve("backup")).run();
            assertThat(runbook())
                    .contains("- [x] **Verify the database after the migration**: verification.json says 0 errors,"
                            + " expecting the database to be migrated.\n");
            // Once all has moved the database tells no more what was left to people.
            generate(goals, mapping);
            assertThat(runbook())
                    .contains("ci.yml")
                    .contains("- [x] **Train the team**")
                    .contains("- [x] **Migrate**");

            conduct(goals, "rollback", NoticeKind.ROLLBACK)
                    .run(ChangeListener.NONE, told -> goals.rollback(), done -> new Outcome(done.plan(), List.of()));
            assertThat(runbook())
                    .contains("- [ ] **Migrate**: not done yet")
                    .contains("- entry 2: schema:rollback at ");

            Files.delete(output.resolve("runbook.md"));
            goals.migrate(mapping);
            generate(goals, mapping);
            assertThat(runbook()).contains("| table | `public.orders` | `shop.orders` |\n");
        } finally {
            database.execute("DROP OWNED BY runbook_reader; DROP ROLE runbook_reader");
        }
    }
}
