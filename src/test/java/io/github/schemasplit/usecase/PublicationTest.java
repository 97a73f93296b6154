package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
    private static final String PUBLISHED = """
            SELECT pubname, (quote_ident(schemaname) || '.' || quote_ident(tablename))::regclass::oid
              FROM pg_publication_tables
             WHERE schemaname <> 'schemasplit'
             ORDER BY 1, 2
            """;

    /** Decoding reads what was flushed. */
    private static final String FLUSHED = "SET synchronous_commit = on;";

    @TempDir
    private Path output;

    @PostgresTest
    void publicationsPublishWhatTheyDid(@Sample TestDatabase database) {
        database.execute("CREATE PUBLICATION everything FOR ALL TABLES");
        assertThat(database.query("SELECT current_setting('wal_level')")).containsExactly("logical");
        Goals goals = Goals.on(database, output);
        List<String> before = database.query(PUBLISHED);
        assertThat(before).hasSizeGreaterThan(SampleDatabase.TABLES);
        goals.migrate(SampleDatabase.mapping());
        assertThat(database.query(PUBLISHED)).isEqualTo(before);
        goals.rollback();
        assertThat(database.query(PUBLISHED)).isEqualTo(before);
    }

    @PostgresTest
    void changesGoOnReachingWhoSubscribed(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        goals.migrate(SampleDatabase.mapping());
        database.query("SELECT pg_create_logical_replication_slot('sample_" + database.name() + "', 'pgoutput')");
        try {
            database.execute(FLUSHED + "UPDATE ecommerce.products SET name = name || ' II'");
            assertThat(messages(database)).isGreaterThan(0);
            goals.rollback();
            messages(database);
            database.execute(FLUSHED + "UPDATE public.products SET name = name || ' III'");
            assertThat(messages(database)).isGreaterThan(0);
        } finally {
            database.query("SELECT pg_drop_replication_slot('sample_" + database.name() + "')");
        }
    }

    /** Updates among the changes that were not read yet. */
    private static long messages(TestDatabase database) {
        String published = database.server().major() >= 15 ? "data_lake_feed" : "warehouse_feed";
        return Long.parseLong(database.query("SELECT count(*) FROM pg_logical_slot_get_binary_changes('sample_"
                        + database.name() + "', NULL, NULL, 'proto_version', '1', 'publication_names', '" + published
                        + "') WHERE get_byte(data, 0) = ascii('U')")
                .get(0));
    }
}
