package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;

class DrawingsFileTest {
    private static final Pattern SIZE = Pattern.compile("viewbox=\"0 0 (\\d+) (\\d+)\"");

    @TempDir
    private Path output;

    @PostgresTest
    void whatOnePageLaidOutTheNextOnesTake(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE customers (id int PRIMARY KEY);"
                + " CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES customers)");
        Goals goals = Goals.on(database, output);
        goals.analyze(mapping());
        Path cache = output.resolve("pictures.cache");
        String laidOut = Files.readString(cache);
        String size = sizes("analysis.html").get(1);
        Files.writeString(cache, laidOut.replace(" " + size + " ", " 4321 1234 "));
        assertThat(cache).content().isNotEqualTo(laidOut);

        goals.analyze(mapping());
        assertThat(sizes("analysis.html")).as("nothing has changed").contains(size);
        database.execute("COMMENT ON TABLE orders IS 'of customers'");
        goals.analyze(mapping());
        assertThat(sizes("analysis.html")).contains("4321 1234").doesNotContain(size);
        MigrationPage page = new MigrationPage(goals.workplace());
        page.write(goals.migrate(mapping()), ChangeListener.NONE);
        assertThat(sizes("migration.html")).contains("4321 1234").doesNotContain(size);

        Files.writeString(cache, "nothing of ours");
        page = new MigrationPage(goals.workplace());
        Files.delete(output.resolve("analysis.html"));
        goals.analyze(mapping());
        assertThat(sizes("analysis.html")).contains(size).doesNotContain("4321 1234");
        assertThat(Files.readString(cache)).startsWith("drawings 1\n");
    }

    @PostgresTest
    void whereItCanNotBeKeptThePagesAreThere(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE customers (id int PRIMARY KEY);"
                + " CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES customers)");
        Files.createDirectories(output.resolve("pictures.cache/in the way"));
        List<Event> told = new ArrayList<>();
        Goals goals = Goals.on(database, output);
        goals.analyze(mapping());
        MigrationPage page = new MigrationPage(goals.workplace());
        page.write(goals.migrate(mapping()), told::add);

        assertThat(sizes("analysis.html")).hasSize(2);
        assertThat(sizes("migration.html")).hasSize(2);
        assertThat(told).isEmpty();
    }

    private List<String> sizes(String page) throws IOException {
        Matcher matcher = SIZE.matcher(Files.readString(output.resolve(page)));
        return matcher.results().map(m -> m.group(1) + " " + m.group(2)).toList();
    }

    private static MappingBuilder mapping() {
        return new MappingBuilder().tables("shop", "customers", "orders");
    }
}
