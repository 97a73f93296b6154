package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.staging.InitLoader;
import io.github.schemasplit.staging.InitScripts;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** What {@code schema:document} writes for databases of several kinds, and what {@code schema:verify} then says of it. */
class DocumentTest {
    private static final Path RESOURCES = Path.of("src/test/resources/documentation");
    private static final Mapping SMALL = mapping("""
            schemas:
              shop: {purpose: What customers buy, tables: [orders, payments]}
              crm: {purpose: Who our customers are, tables: [customers]}
              later: {purpose: Not there yet, tables: [nothing]}
            unmapped: keep
            """);

    @TempDir
    private Path folder;

    @PostgresTest
    void aSmallDatabaseIsWrittenAsTheGoldenFilesSay(TestDatabase database) throws IOException {
        loadSmall(database);
        Document.Result result = document(database).run(SMALL, folder);
        assertThat(result.missing()).extracting(m -> m.value()).containsExactly("later");
        assertThat(result.files()).hasSize(10).allMatch(WrittenFile::changed);
        Path golden = RESOURCES.resolve("small");
        for (String name : files().keySet()) {
            if (name.endsWith(".md")) {
                if (Boolean.getBoolean("golden.update")) {
                    Files.createDirectories(golden);
                    Files.writeString(golden.resolve(name), files().get(name));
                }
                assertThat(files().get(name)).as(name).isEqualTo(Files.readString(golden.resolve(name)));
            }
        }
    }

    @PostgresTest
    void twoDatabasesThatWereMadeAlikeHaveTheSameDictionary(@Sample TestDatabase database) throws Exception {
        Mapping mapping = SampleDatabase.wholeMapping(database).mapping().orElseThrow();
        Goals.on(database, folder.resolve("out"))
                .migrate(new ParsedMapping(Optional.of(mapping), List.of(), List.of()));
        document(database).run(mapping, folder);
        SortedMap<String, String> first = files();

        // Other OIDs, and everything in another order in the catalogs; other settings of the database.
        try (TestDatabase other = database.server().createDatabase()) {
            other.execute("CREATE TABLE gone (a int); DROP TABLE gone;");
            loadSample(other);
            Goals.on(other, folder.resolve("out"))
                    .migrate(new ParsedMapping(Optional.of(mapping), List.of(), List.of()));
            other.execute("ALTER DATABASE " + other.name() + " SET DateStyle = 'SQL, DMY'; ALTER DATABASE "
                    + other.name() + " SET TimeZone = 'Asia/Tokyo'; ALTER DATABASE " + other.name()
                    + " SET quote_all_identifiers = on");
            other.execute("VACUUM FULL pg_catalog.pg_class");
            other.execute("VACUUM FULL pg_catalog.pg_attribute");
            assertThat(document(other).check(mapping, folder, "docs")).isEmpty();
        }

        assertThat(first.keySet())
                .containsExactly(
                        "README.md",
                        "ai_services.html",
                        "ai_services.md",
                        "banking_services.html",
                        "banking_services.md",
                        "ecommerce.html",
                        "ecommerce.md",
                        "index.html",
                        "public.html",
                        "public.md",
                        "saas_platform.html",
                        "saas_platform.md",
                        "shared_services.html",
                        "shared_services.md");
        int tables = 0;
        for (TargetSchema target : mapping.targets()) {
            String page = first.get(target.name().value().value() + ".md");
            assertThat(page).contains("\n" + target.purpose().orElseThrow().value() + "\n", "```mermaid\nerDiagram\n");
            for (String table : tables(database, target.name().value().value())) {
                assertThat(page).contains("\n### <a id=\"relation-" + table + "\"></a>`" + table + "`\n");
                assertThat(first.get(target.name().value().value() + ".html"))
                        .contains("<h3 id=\"relation-" + table + "\"><code>" + table + "</code></h3>");
                tables++;
            }
        }
        assertThat(tables).isEqualTo(SampleDatabase.TABLES - SampleDatabase.UNMAPPED);
        assertLinksLeadSomewhere(first);
        assertThat(first.get("public.md")).contains("## <a id=\"old-names\"></a>Old names");
        assertThat(String.join("", first.values())).doesNotContain(database.name(), Goals.JOURNAL);
    }

    @PostgresTest
    void whatIsStaleIsFoundUntilItIsWrittenAgain(TestDatabase database) throws Exception {
        loadSmall(database);
        Document document = document(database);
        document.run(SMALL, folder);
        assertThat(document.check(SMALL, folder, "docs")).isEmpty();
        assertThat(document.run(SMALL, folder).files()).noneMatch(WrittenFile::changed);

        for (String change : List.of(
                "ALTER TABLE crm.customers ADD COLUMN phone text",
                "COMMENT ON COLUMN crm.customers.since IS 'First order'",
                "GRANT SELECT (since) ON crm.customers TO reporting",
                "CREATE POLICY mine ON crm.customers USING (true)",
                "ALTER TABLE crm.customers ENABLE ROW LEVEL SECURITY",
                "ALTER TABLE crm.customers ADD CHECK (email LIKE '%@%')",
                "CREATE INDEX ON crm.customers (since)",
                "CREATE TRIGGER mine BEFORE INSERT ON crm.customers FOR EACH ROW EXECUTE FUNCTION shop.stamp()",
                "ALTER TABLE crm.customers DISABLE TRIGGER mine",
                "ALTER TABLE crm.customers ALTER since SET DEFAULT now()")) {
            database.execute(change);
            List<Finding> findings = document.check(SMALL, folder, "docs");
            assertThat(findings)
                    .as(change)
                    .extracting(Finding::subject)
                    .containsExactly("docs/crm.html", "docs/crm.md");
            assertThat(findings).allMatch(f -> f.code() == FindingCode.DOCUMENTATION_STALE && f.isError());
            Finding markdown = findings.get(1);
            assertThat(markdown.message())
                    .isEqualTo("is not what the database says now, first in line "
                            + markdown.origin().orElseThrow().line());
            assertThat(markdown.remedy())
                    .isEqualTo("run schema:document -Dschema.documentation=docs and commit what it changes");
            assertThat(document.run(SMALL, folder).files().stream().filter(WrittenFile::changed))
                    .extracting(f -> f.path().getFileName().toString())
                    .containsExactly("crm.md", "crm.html");
            assertThat(document.check(SMALL, folder, "docs")).as(change).isEmpty();
        }
        // Who reads it makes no difference.
        database.execute("DO $$ BEGIN CREATE ROLE dictionary_reader LOGIN;"
                + " EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        Document ofReader = new Document(
                Goals.on(database, folder.resolve("out"))
                        .as("dictionary_reader")
                        .workplace(),
                ChangeListener.NONE);
        assertThat(ofReader.check(SMALL, folder, "docs")).isEmpty();
        // What comes and goes, or is of the server alone, is not told.
        database.execute(
                "CREATE TABLE shop.payments_2026 PARTITION OF shop.payments"
                        + " FOR VALUES FROM ('2026-01-01') TO ('2027-01-01'); ANALYZE; ALTER ROLE reporting CONNECTION LIMIT 7;");
        assertThat(document.check(SMALL, folder, "docs")).isEmpty();
    }

    @PostgresTest
    void verifyFailsForAStaleDictionary(TestDatabase database) throws Exception {
        loadSmall(database);
        database.execute("DROP VIEW public.order_numbers, public.orders");
        Mapping mapping = mapping("schemas: {shop: {tables: [orders, payments]}}\nunmapped: keep\n");
        document(database).run(mapping, folder);
        Verify verify = new Verify(Goals.on(database, folder.resolve("out")).workplace(), ChangeListener.NONE);
        Files.delete(folder.resolve("shop.md"));
        Verify.Result result = verify.run(
                mapping,
                Expectation.MIGRATED,
                true,
                Optional.empty(),
                document(database).check(mapping, folder, "docs"));
        assertThat(result.report().findings().stream().filter(Finding::isError).map(Goals::line))
                .containsExactly("DOCUMENTATION_STALE docs/shop.md: is missing"
                        + " run schema:document -Dschema.documentation=docs and commit what it changes");
    }

    @PostgresTest
    void onlyFilesOfItsOwnAreReplacedOrRemoved(TestDatabase database) throws Exception {
        loadSmall(database);
        document(database).run(SMALL, folder);
        Files.writeString(folder.resolve("notes.md"), "Mine. Written by schema:document of schema-maven-plugin?\n");
        Mapping less = mapping("schemas: {shop: {tables: [orders, payments]}}\nunmapped: keep\n");
        assertThat(document(database).check(less, folder, "docs"))
                .extracting(Finding::subject)
                .contains("docs/crm.html", "docs/crm.md", "docs/later.html", "docs/later.md")
                .doesNotContain("docs/notes.md");
        assertThat(document(database).run(less, folder).removed())
                .extracting(f -> f.getFileName().toString())
                .containsExactly("crm.html", "crm.md", "later.html", "later.md");
        assertThat(files().keySet())
                .containsExactly(
                        "README.md", "index.html", "notes.md", "public.html", "public.md", "shop.html", "shop.md");

        // Git on Windows.
        Files.writeString(folder.resolve("shop.md"), files().get("shop.md").replace("\n", "\r\n"));
        assertThat(document(database).check(less, folder, "docs")).isEmpty();
        assertThat(document(database).run(less, folder).files()).noneMatch(WrittenFile::changed);

        Files.writeString(folder.resolve("README.md"), "# My project\n");
        Files.delete(folder.resolve("shop.md"));
        assertThatThrownBy(() -> document(database).run(less, folder))
                .isInstanceOf(GoalStoppedException.class)
                .hasMessageContaining("README.md is there and was not written by schema:document")
                .hasMessageContaining("schema.documentation");
        assertThat(files()).containsEntry("README.md", "# My project\n").doesNotContainKey("shop.md");
    }

    @PostgresTest
    void aDatabaseWithNothingInItHasPagesThatSaySo(TestDatabase database) throws Exception {
        Mapping mapping = mapping("schemas: {later: {tables: [nothing]}}\nsource: gone\n");
        assertThat(document(database).run(mapping, folder).missing()).hasSize(2);
        assertThat(files().get("later.md")).contains("There is no such schema in the database.");
        assertThat(files().get("README.md")).contains("| [`later`](later.md) |", "There are none.");
    }

    @PostgresTest
    void whatIsTooMuchForATableOrADiagramIsSaid(TestDatabase database) throws Exception {
        database.execute("CREATE SCHEMA many");
        for (int i = 0; i < 41; i++) {
            database.execute("CREATE TABLE many.t" + i + " (id int)");
        }
        for (int i = 0; i < 9; i++) {
            database.execute("DO $$ BEGIN CREATE ROLE dictionary_" + i
                    + "; EXCEPTION WHEN duplicate_object THEN NULL; END $$; GRANT SELECT ON many.t" + i
                    + " TO dictionary_"
                    + i);
        }
        Mapping mapping = mapping("schemas: {many: {tables: [nothing]}}\n");
        document(database).run(mapping, folder);
        for (String page : List.of(files().get("many.md"), files().get("many.html"))) {
            assertThat(page)
                    .contains(
                            "9 roles hold privileges on its tables and views, too many for one table of them all"
                                    + " (it has up to 8): each table and view says its own.",
                            "Its 41 tables are too many for a diagram, which draws up to 40.")
                    .doesNotContain("erDiagram", "Privileges on the tables and views");
        }
        database.execute("DROP TABLE many.t0");
        document(database).run(mapping, folder);
        assertThat(files().get("many.md"))
                .contains("erDiagram", "Privileges on the tables and views")
                .doesNotContain("too many");
    }

    @PostgresTest(takesLong = true)
    void whoKeepsDefinitionsFromBeingPrintedIsNamed(TestDatabase database) throws Exception {
        loadSmall(database);
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute(
                    "SET application_name = 'night shift'; BEGIN; LOCK TABLE shop.orders IN ACCESS EXCLUSIVE MODE");
            assertThatThrownBy(() -> document(database).run(SMALL, folder))
                    .isInstanceOf(GoalStoppedException.class)
                    .hasMessageStartingWith("Printing the definitions of tables failed: ")
                    .hasMessageContaining("lock timeout")
                    .hasMessageContaining("the lock is held by pid ")
                    .hasMessageContaining("application 'night shift'")
                    .hasMessageEndingWith(
                            ". The server prints none of a table that somebody changes, and it was waited for 10 s."
                                    + " Nothing was changed. Run the goal again when they are done.");
        }
        assertThat(files()).isEmpty();
        document(database).run(SMALL, folder);
    }

    private static void loadSample(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            InitLoader.load(connection, InitScripts.expand(List.of("database/V*.sql"), Path.of("src/it/demo")));
        }
    }

    private static void assertLinksLeadSomewhere(Map<String, String> files) {
        Pattern link = Pattern.compile("\\]\\(([^)#]*)#?([^)]*)\\)|href=\"([^\"#]*)#?([^\"]*)\"");
        int links = 0;
        for (Map.Entry<String, String> file : files.entrySet()) {
            Matcher found = link.matcher(file.getValue());
            while (found.find()) {
                boolean markdown = found.group(1) != null;
                String to = markdown ? found.group(1) : found.group(3);
                String anchor = markdown ? found.group(2) : found.group(4);
                assertThat(files.get(to.isEmpty() ? file.getKey() : to))
                        .as(file.getKey() + " to " + found.group())
                        .contains(anchor.isEmpty() ? "" : " id=\"" + anchor + "\"");
                links++;
            }
        }
        assertThat(links).isGreaterThan(500);
    }

    private static List<String> tables(TestDatabase database, String schema) {
        return database.query("SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition"
                + " AND relnamespace = '" + schema + "'::regnamespace ORDER BY 1");
    }

    private static void loadSmall(TestDatabase database) throws IOException {
        for (String role : SampleDatabase.ROLES) {
            database.execute("DO $$ BEGIN CREATE ROLE " + role + "; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        }
        database.execute(Files.readString(RESOURCES.resolve("small.sql")));
    }

    private Document document(TestDatabase database) {
        return new Document(Goals.on(database, folder.resolve("out")).workplace(), ChangeListener.NONE);
    }

    private static Mapping mapping(String yaml) {
        return MappingParser.parse(MappingSources.of(YamlMappingReader.read(yaml, "mapping.yml")))
                .mapping()
                .orElseThrow();
    }

    private TreeMap<String, String> files() throws IOException {
        TreeMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
