package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.mapping.EntryKind;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.proposal.Proposal;
import io.github.schemasplit.proposal.TieKind;
import io.github.schemasplit.report.ProposalConsole;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RandIndex;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.testing.TestServer;
import io.github.schemasplit.verify.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code schema:init} proposes for databases of several kinds, and that the other goals take it as it is. */
class InitTest {
    private static final String RENTALS = """
            CREATE TABLE country (id int PRIMARY KEY);
            CREATE TABLE city (id int PRIMARY KEY, country int REFERENCES country);
            CREATE TABLE address (id int PRIMARY KEY, city int REFERENCES city);
            CREATE TABLE tongue (id int PRIMARY KEY);
            CREATE TABLE performer (id int PRIMARY KEY);
            CREATE TABLE genre (id int PRIMARY KEY);
            CREATE TABLE movie (id int PRIMARY KEY, tongue int REFERENCES tongue, original int REFERENCES tongue);
            CREATE TABLE movie_performer (movie int REFERENCES movie, performer int REFERENCES performer);
            CREATE TABLE movie_genre (movie int REFERENCES movie, genre int REFERENCES genre);
            CREATE TABLE branch (id int PRIMARY KEY, address int REFERENCES address);
            CREATE TABLE clerk (id int PRIMARY KEY, branch int REFERENCES branch, address int REFERENCES address);
            ALTER TABLE branch ADD manager int REFERENCES clerk;
            CREATE TABLE client (id int PRIMARY KEY, branch int REFERENCES branch, address int REFERENCES address);
            CREATE TABLE copy (id int PRIMARY KEY, movie int REFERENCES movie, branch int REFERENCES branch);
            CREATE TABLE loan (id int PRIMARY KEY, copy int REFERENCES copy, client int REFERENCES client,
                clerk int REFERENCES clerk);
            CREATE TABLE fee (loan int REFERENCES loan, client int REFERENCES client, clerk int REFERENCES clerk, paid date)
                PARTITION BY RANGE (paid);
            CREATE TABLE fee_2024 PARTITION OF fee FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
            CREATE TABLE fee_2025 PARTITION OF fee FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
            CREATE VIEW movie_list AS SELECT m.id, p.id AS performer, g.id AS genre
                FROM movie AS m JOIN movie_performer AS mp ON mp.movie = m.id JOIN performer AS p ON p.id = mp.performer
                JOIN movie_genre AS mg ON mg.movie = m.id JOIN genre AS g ON g.id = mg.genre;
            CREATE VIEW client_list AS SELECT c.id, t.id AS city FROM client AS c
                JOIN address AS a ON a.id = c.address JOIN city AS t ON t.id = a.city;
            CREATE FUNCTION copy_in_stock(wanted int) RETURNS boolean LANGUAGE plpgsql AS $$
            BEGIN
                RETURN EXISTS (SELECT 1 FROM copy AS c LEFT JOIN loan AS l ON l.copy = c.id WHERE c.id = wanted);
            END $$;
            """;
    private static final List<String> GUIDE_NAMES =
            List.of("ecommerce", "saas_platform", "banking_services", "ai_services", "shared_services");

    @TempDir
    private Path output;

    @PostgresTest
    void theSampleIsPartedMuchAsItsMappingDoes(@Sample TestDatabase database) throws IOException {
        Map<String, String> guide = places(SampleDatabase.mapping().mapping().orElseThrow());
        ObjectStates before = Goals.on(database, output).states();
        Proposal found = init(database, "found.yml");
        Proposal five = init(database, "five.yml", "5");
        Proposal named = init(database, "named.yml", GUIDE_NAMES.toArray(String[]::new));
        assertThat(Goals.on(database, output).states()).isEqualTo(before);

        assertThat(found.schemas())
                .extracting(s -> s.name().value())
                .containsExactly("users", "memory", "orders", "company", "edoc", "ai");
        assertThat(found.tables()).isEqualTo(SampleDatabase.TABLES - 2);
        assertThat(found.staying()).containsExactly(Identifier.of("tmp_import"));
        // Of the 63 tables that the guide has a place for.
        assertThat(RandIndex.adjusted(guide, places(found))).isBetween(0.38, 0.40);
        assertThat(RandIndex.adjusted(guide, places(five))).isBetween(0.41, 0.44);
        assertThat(places(named).values()).containsAll(GUIDE_NAMES);
        // The guide has 49 between its schemas, and leaves 8 more to tables that it leaves where they are.
        assertThat(found.crossing(TieKind.FOREIGN_KEY)).hasSizeLessThan(57);
        assertThat(ProposalConsole.lines(found))
                .hasSizeLessThan(50)
                .contains("52 of 138 foreign keys:", "  and 47 more in the file", "  customer_overview: orders, users")
                .contains("An API serves schema public: it embeds tables in each other within one schema alone, and 52"
                        + " embeddings would end.");
        for (String file : List.of("found.yml", "five.yml", "named.yml")) {
            assertAnalyzeTakes(database, file);
        }
    }

    @PostgresTest
    void aDatabaseOfRentalsHasACatalogueAddressesAndTrade(TestDatabase database) throws IOException {
        database.execute(RENTALS);
        Proposal proposal = init(database, "m.yml");
        assertThat(groups(proposal))
                .containsExactly(
                        List.of("branch", "clerk", "client", "copy", "fee", "loan"),
                        List.of("genre", "movie", "movie_genre", "movie_performer", "performer", "tongue"),
                        List.of("address", "city", "country"));
        assertThat(proposal.crossing(TieKind.VIEW))
                .extracting(c -> c.tie().label())
                .containsExactly("client_list");
        assertThat(proposal.crossing(TieKind.ROUTINE)).isEmpty();
        assertThat(Files.readString(output.resolve("m.yml")))
                .contains(
                        "    tables:\n",
                        "      - movie # 4 foreign keys with movie_genre, movie_performer, tongue; view movie_list;"
                                + " name begins with movie; elsewhere copy\n",
                        "# Views that would run between schemas:\n#   client_list: ");
        ParsedMapping mapping = assertAnalyzeTakes(database, "m.yml");
        Goals goals = Goals.on(database, output);
        goals.migrate(mapping);
        assertThat(goals.verify(mapping, Expectation.MIGRATED).findings())
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    @PostgresTest
    void aStarGoesToTheFactsThatItsDimensionsAreOf(TestDatabase database) throws IOException {
        database.execute("""
                CREATE TABLE dim_date (id int PRIMARY KEY); CREATE TABLE dim_store (id int PRIMARY KEY);
                CREATE TABLE dim_product (id int PRIMARY KEY); CREATE TABLE dim_promotion (id int PRIMARY KEY);
                CREATE TABLE dim_employee (id int PRIMARY KEY); CREATE TABLE dim_shift (id int PRIMARY KEY);
                CREATE TABLE fact_sales (date int REFERENCES dim_date, store int REFERENCES dim_store,
                    product int REFERENCES dim_product, promotion int REFERENCES dim_promotion);
                CREATE TABLE fact_attendance (date int REFERENCES dim_date, store int REFERENCES dim_store,
                    employee int REFERENCES dim_employee, shift int REFERENCES dim_shift);
                """);
        Proposal proposal = init(database, "m.yml");
        assertThat(groups(proposal)).hasSize(2);
        assertThat(groups(proposal))
                .anySatisfy(g -> assertThat(g).contains("fact_sales", "dim_product", "dim_promotion"))
                .anySatisfy(g -> assertThat(g).contains("fact_attendance", "dim_employee", "dim_shift"));
        assertAnalyzeTakes(database, "m.yml");
        // One star alone is not torn apart.
        database.execute("DROP TABLE fact_attendance, dim_employee, dim_shift");
        assertThat(groups(init(database, "one.yml"))).hasSize(1);
    }

    @PostgresTest
    void namesTellWhereThereAreNoForeignKeysOneTableHasItsSchemaAndNoneIsSaid(TestDatabase database)
            throws IOException {
        assertThatThrownBy(() -> init(database, "none.yml"))
                .isInstanceOf(GoalStoppedException.class)
                .hasMessageContaining("There is no table in schema public of database " + database.name());
        assertThat(output.resolve("none.yml")).doesNotExist();

        database.execute("CREATE TABLE \"Order \"\"Items\"\"\" (id int)");
        assertThat(groups(init(database, "one.yml"))).containsExactly(List.of("Order \"Items\""));
        assertAnalyzeTakes(database, "one.yml");
        assertThatThrownBy(() -> init(database, "two.yml", "2")).hasMessageContaining("ask for fewer");

        database.execute("""
                CREATE TABLE order_notes (id int); CREATE TABLE auth_users (id int); CREATE TABLE auth_keys (id int);
                CREATE TABLE settings (id int);
                """);
        Proposal proposal = init(database, "names.yml");
        assertThat(groups(proposal))
                .containsExactly(List.of("Order \"Items\"", "order_notes"), List.of("auth_keys", "auth_users"));
        assertThat(proposal.staying()).containsExactly(Identifier.of("settings"));
        assertAnalyzeTakes(database, "names.yml");
    }

    @Test
    void whatSessionsAskForTogetherBelongsTogether() {
        TestServer server = TestServer.another(Map.of("shared_preload_libraries", "pg_stat_statements"));
        try (TestDatabase database = server.createDatabase()) {
            database.execute("""
                    CREATE SCHEMA stats; CREATE EXTENSION pg_stat_statements SCHEMA stats; CREATE ROLE reader LOGIN;
                    CREATE TABLE a (id int); CREATE TABLE b (id int); CREATE TABLE c (id int); CREATE TABLE d (id int);
                    """);
            for (int i = 0; i < 9; i++) {
                database.query("SELECT a.id FROM a JOIN b USING (id) WHERE a.id <> " + i);
                database.query("SELECT c.id FROM public.c JOIN d USING (id) WHERE c.id <> " + i);
            }
            database.query("SELECT c.id FROM a JOIN c USING (id)");
            for (int i = 0; i < 2; i++) {
                database.query("SELECT d.id FROM a JOIN d USING (id)");
            }
            Proposal proposal = init(database, "m.yml");
            assertThat(groups(proposal)).containsExactly(List.of("a", "b"), List.of("c", "d"));
            assertThat(proposal.crossing(TieKind.STATEMENT))
                    .extracting(c -> c.tie().label())
                    .containsExactly("SELECT d.id FROM a JOIN d USING (id)", "SELECT c.id FROM a JOIN c USING (id)");
            assertThat(proposal.notes()).isEmpty();

            // Another role may not even look, and does without.
            Proposal other = new Init(Goals.on(database, output).as("reader").workplace(), ChangeListener.NONE)
                    .run(order("other.yml"));
            assertThat(other.notes())
                    .containsExactly("Statements are not counted, since the role may not read pg_stat_statements.");
        }
    }

    @PostgresTest
    void aFileThatIsThereIsReplacedOnlyWhereThatIsSaid(TestDatabase database) throws IOException {
        database.execute("CREATE TABLE notes (id int)");
        Path file = output.resolve("folder/m.yml");
        Init init = new Init(Goals.on(database, output).workplace(), ChangeListener.NONE);
        init.run(new InitOrder(Identifier.of("public"), List.of(), file, "folder/m.yml", false));
        String first = Files.readString(file);
        Files.writeString(file, "mine");
        assertThatThrownBy(
                        () -> init.run(new InitOrder(Identifier.of("public"), List.of(), file, "folder/m.yml", false)))
                .isInstanceOf(GoalStoppedException.class)
                .hasMessage("folder/m.yml is there already, and is left as it is: name another file with"
                        + " schema.init.file, or let it be replaced with -Dschema.init.overwrite.");
        assertThat(file).hasContent("mine");
        init.run(new InitOrder(Identifier.of("public"), List.of(), file, "folder/m.yml", true));
        assertThat(Files.readString(file)).isEqualTo(first);
        assertThat(file.getParent()).isDirectoryContaining("glob:**/m.yml");
        assertThat(Files.list(file.getParent())).hasSize(1);
        assertThatThrownBy(() ->
                        init.run(new InitOrder(Identifier.of("public"), List.of(), file.getParent(), "folder", true)))
                .hasMessage("folder is a folder: name a file with schema.init.file.");
        assertThatThrownBy(() -> init.run(new InitOrder(
                        Identifier.of("public"), List.of(), file.resolve("below.yml"), "below.yml", false)))
                .isInstanceOf(GoalFailedException.class)
                .hasMessageContaining("below.yml cannot be written: ")
                .hasMessageContaining("Name another file with schema.init.file.");
    }

    /** Analyze has nothing against it, and has a place for each table. */
    private ParsedMapping assertAnalyzeTakes(TestDatabase database, String file) throws IOException {
        ParsedMapping parsed = MappingParser.parse(
                MappingSources.of(YamlMappingReader.read(Files.readString(output.resolve(file)), file)));
        assertThat(parsed.problems()).isEmpty();
        assertThat(Goals.on(database, output).analyze(parsed).findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::message)
                .isEmpty();
        return parsed;
    }

    private static Map<String, String> places(Proposal proposal) {
        Map<String, String> places = new HashMap<>();
        proposal.schemas()
                .forEach(schema -> schema.tables()
                        .forEach(table ->
                                places.put(table.name().value(), schema.name().value())));
        return places;
    }

    private static Map<String, String> places(Mapping mapping) {
        Map<String, String> places = new HashMap<>();
        mapping.targets()
                .forEach(target -> target.entries(EntryKind.TABLES)
                        .forEach(entry -> places.put(
                                entry.value().exactName(), target.name().value().value())));
        return places;
    }

    private static List<List<String>> groups(Proposal proposal) {
        return proposal.schemas().stream()
                .map(schema -> schema.tables().stream()
                        .map(table -> table.name().value())
                        .toList())
                .toList();
    }

    private InitOrder order(String file, String... schemas) {
        return new InitOrder(Identifier.of("public"), List.of(schemas), output.resolve(file), file, false);
    }

    private Proposal init(TestDatabase database, String file, String... schemas) {
        return new Init(Goals.on(database, output).workplace(), ChangeListener.NONE).run(order(file, schemas));
    }
}
