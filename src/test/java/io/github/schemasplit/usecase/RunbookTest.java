package io.github.schemasplit.usecase;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.notice.Notice;
import io.github.schemasplit.notice.NoticeKind;
import io.github.schemasplit.notice.NoticeReceiver;
import io.github.schemasplit.report.RehearsalFingerprint;
import io.github.schemasplit.report.RehearsalJson;
import io.github.schemasplit.report.RehearsalReport;
import io.github.schemasplit.report.RehearsedCopy;
import io.github.schemasplit.report.RehearsedDatabase;
import io.github.schemasplit.report.RehearsedLocks;
import io.github.schemasplit.report.RehearsedRoutines;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
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

    /** The report of a rehearsal of what is to be done now. */
    private void rehearsed(Goals goals, ParsedMapping mapping, long databaseOid, List<String> problems)
            throws IOException {
        RehearsalReport report = new RehearsalReport(
                RehearsalFingerprint.of(
                        ObjectStates.of(goals.snapshot(), goals.workplace().journalSchema()),
                        mapping,
                        goals.analyze(mapping).plan()),
                new RehearsedDatabase(
                        Optional.empty(),
                        databaseOid,
                        goals.workplace().database().database()),
                "2 tables to 2 schemas",
                List.of(),
                new RehearsedCopy("", "", "", List.of(), List.of(), List.of(), List.of(), List.of()),
                List.of(),
                new RehearsedLocks(
                        List.of(),
                        List.of(
                                new RehearsedLocks.Blocking("public.orders", Duration.ofNanos(12_600_000)),
                                new RehearsedLocks.Blocking("public.items", Duration.ofMillis(3))),
                        List.of()),
                RehearsedRoutines.NONE,
                Optional.empty(),
                problems);
        Files.write(output.resolve("rehearsal.json"), RehearsalJson.write(report));
    }

    private static String manifest(String madeAt, String database, long oid, String archive) {
        return "{\"madeAt\": \"" + madeAt + "\", \"origin\": {\"system\": null, \"databaseOid\": " + oid
                + "}, \"database\": {\"name\": \"" + database + "\"}, \"archive\": {\"file\": \"" + archive
                + "\", \"sha256\": \"00\", \"bytes\": 4}, \"data\": true, \"schema\": null}";
    }

    private List<WrittenFile> generate(Goals goals, ParsedMapping mapping) {
        return new Generate(
                        goals.workplace(),
                        Optional.of(new Generate.Project(output, output.resolve("backup"), mapping)),
                        ChangeListener.NONE)
                .run(mapping.mapping().orElseThrow(), Optional.empty())
                .files();
    }

    private Conduct conduct(Goals goals, String goal, NoticeKind kind, List<Notice> notices) {
        NoticeReceiver receiver = new NoticeReceiver() {
            @Override
            public String name() {
                return "the test";
            }

            @Override
            public void receive(Notice notice) {
                notices.add(notice);
            }
        };
        return new Conduct(
                goals.workplace(),
                new Conduct.Terms(
                        goal,
                        kind,
                        OpeningHours.ALWAYS,
                        List.of(receiver),
                        output.resolve("backup"),
                        Optional.empty(),
                        false),
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
            Files.createDirectories(output.resolve(".CircleCI"));
            Files.writeString(output.resolve(".CircleCI/Config.yml"), "run: TRUNCATE orders\n");
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
                    .contains("  - [ ] `.CircleCI/Config.yml`, line 1: `orders`\n")
                    .contains("| table | `public.\"order\\|Items\"` | `billing.\"order\\|Items\"` |\n")
                    .contains("`runbook_reader`")
                    .contains("What was \\*ordered\\*\n")
                    .contains("### Subscribers and publications\n")
                    .contains("billing.\"order|Items\" → shop.orders`\n");
            Files.writeString(output.resolve("runbook.md"), before.replace("- [ ] **Train the", "- [x] **Train the"));
            Path backup = Files.createDirectories(output.resolve("backup"));
            Files.writeString(backup.resolve("full.dump"), "PGDM");
            long oid = Long.parseLong(database.query("SELECT oid FROM pg_database WHERE datname = current_database()")
                    .get(0));
            Files.writeString(
                    backup.resolve("full.json"), manifest("2026-11-28T20:00:00Z", database.name(), oid, "full.dump"));
            Files.writeString(
                    backup.resolve("gone.json"), manifest("2026-11-28T21:00:00Z", database.name(), oid, "gone.dump"));
            Files.writeString(
                    backup.resolve("namesake.json"),
                    manifest("2026-11-28T22:00:00Z", database.name(), oid + 1, "full.dump"));
            // A rehearsal of another database of that name, one that failed, and one of another plan are none.
            rehearsed(goals, mapping, oid + 1, List.of());
            generate(goals, mapping);
            assertThat(runbook()).contains("**: no rehearsal, run schema:rehearse.\n");
            rehearsed(goals, mapping, oid, List.of("Routine f fails"));
            generate(goals, mapping);
            assertThat(runbook())
                    .contains(
                            "- [ ] **Test the migration in a staging environment**: rehearsal.json says that it failed:"
                                    + " 2 tables to 2 schemas.\n");
            rehearsed(goals, mapping, oid, List.of());
            database.execute("ALTER TABLE orders ADD COLUMN n int");
            generate(goals, mapping);
            assertThat(runbook())
                    .contains(
                            "- [ ] **Test the migration in a staging environment**: rehearsal.json says that it passed:"
                                    + " 2 tables to 2 schemas; but the database's objects, the mapping or the plan was another then");
            rehearsed(goals, mapping, oid, List.of());
            assertThat(WaysBack.lines(goals.workplace(), output.resolve("backup"), Optional.of(Duration.ofDays(90))))
                    .containsExactly(
                            "  schema:rollback  its exact inverse, from the journal, which holds it for 90 d at least; rows"
                                    + " written since are kept.",
                            "  schema:restore   the backup backup/full.json of 2026-11-28T20:00:00Z, the whole database, 4"
                                    + " bytes, into an empty database; rows written since that are lost.");
            Files.writeString(
                    output.resolve("backup/later.json"),
                    Files.readString(output.resolve("backup/full.json")).replace("2026-11-28", "2999-11-28"));

            List<Notice> notices = new ArrayList<>();
            conduct(goals, "migrate", NoticeKind.AFTER, notices)
                    .run(
                            ChangeListener.NONE,
                            told -> goals.migrate(mapping, told),
                            done -> new Outcome(done.plan(), done.batches()));
            assertThat(runbook())
                    .contains("- [x] **Migrate**: journal entry 1 of ")
                    .contains("- [x] **Back up the current database**: backup/full.json of 2026-11-28T20:00:00Z, ")
                    .contains(
                            "- [x] **Test the migration in a staging environment**: rehearsal.json says that it passed: 2"
                                    + " tables to 2 schemas, and tables were shut for 12 ms at most.\n")
                    .contains("- [ ] **Verify the database after the migration**: not done yet, run schema:verify.\n");
            assertThat(notices)
                    .extracting(n -> n.predictedShut().map(Duration::toMillis))
                    .containsExactly(Optional.of(12L), Optional.of(12L));
            assertThat(runbook()).contains("- [ ] **End the old names, once nothing uses them**: not done yet");
            goals.verify(mapping, Expectation.MIGRATED);
            List<Event> warnings = new ArrayList<>();
            RunbookUpdate update = new RunbookUpdate(goals.workplace(), output.resolve("backup"));
            String after = runbook();
            Files.writeString(output.resolve("runbook.md"), "Caf\u00e9", ISO_8859_1);
            update.run(warnings::add);
            assertThat(warnings)
                    .as("the goal is done")
                    .hasSize(1)
                    .allMatch(Event::isWarning)
                    .allMatch(e -> e.lines()
                            .get(0)
                            .equals("The runbook was not brought up to date: " + output.resolve("runbook.md")
                                    + " is not in UTF-8 any more: save it in UTF-8, or take it away, and run the goal again."
                                    + " All else is done."));
            // As Windows leaves it.
            Files.writeString(output.resolve("runbook.md"), after.replace("\n", "\r\n"));
            update.run(warnings::add);
            assertThat(warnings).hasSize(1);
            assertThat(runbook().replace("\r\n", "")).doesNotContain("\n");
            Files.writeString(output.resolve("runbook.md"), runbook().replace("\r\n", "\n"));
            assertThat(runbook())
                    .contains(
                            "- [x] **Test the migration in a staging environment**: rehearsal.json says that it passed: ")
                    .contains("- [x] **Verify the database after the migration**: verification.json says 0 errors,"
                            + " expecting the database to be migrated.\n");
            // Once all has moved the database tells no more what was left to people.
            generate(goals, mapping);
            assertThat(runbook())
                    .contains("ci.yml")
                    .contains("- [x] **Train the team**")
                    .contains("- [x] **Migrate**");

            conduct(goals, "rollback", NoticeKind.ROLLBACK, notices)
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
