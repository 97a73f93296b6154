package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
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
