package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A database that is fed by another one, on the same server. */
class SubscriptionTest {
    private static final String TABLES =
            "CREATE TABLE \"Order Items\" (id int PRIMARY KEY); CREATE TABLE users (id int PRIMARY KEY);";
    private static final int LONGEST_SECONDS = 60;
    private final MappingBuilder mapping = new MappingBuilder().tables("shop", "Order Items");

    @TempDir
    private Path output;

    @PostgresTest
    void goesOnAfterTheStepsOfItsFindingAndLosesNothing(TestDatabase database) throws InterruptedException {
        try (TestDatabase publisher = database.server().createDatabase()) {
            publisher.execute(TABLES + "CREATE PUBLICATION p FOR ALL TABLES");
            publisher.query("SELECT pg_create_logical_replication_slot('my_" + database.name() + "', 'pgoutput')");
            database.execute(TABLES);
            database.execute("CREATE SUBSCRIPTION \"My Sub\" CONNECTION 'host=localhost user=postgres port="
                    + database.server().port() + " dbname=" + publisher.name()
                    + "' PUBLICATION p WITH (create_slot = false, copy_data = false, slot_name = 'my_" + database.name()
                    + "')");
            try {
                follow(database, publisher);
            } finally {
                database.execute("ALTER SUBSCRIPTION \"My Sub\" DISABLE");
                database.execute("ALTER SUBSCRIPTION \"My Sub\" SET (slot_name = NONE)");
                database.execute("DROP SUBSCRIPTION \"My Sub\"");
                await(publisher, "SELECT FROM pg_replication_slots WHERE active AND database = current_database()", 0);
                publisher.query("SELECT pg_drop_replication_slot('my_" + database.name() + "')");
            }
        }
    }

    private void follow(TestDatabase database, TestDatabase publisher) throws InterruptedException {
        Goals here = Goals.on(database, output);
        Finding finding = finding(here);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.subject()).isEqualTo("subscription \"My Sub\"");
        assertThat(finding.message()).contains("feeds 1 moving table (public.\"Order Items\")");
        assertThatThrownBy(() -> here.migrate(mapping)).isInstanceOf(GoalStoppedException.class);

        publisher.execute("INSERT INTO \"Order Items\" VALUES (1)");
        Goals.on(publisher, output).migrate(mapping);
        publisher.execute("INSERT INTO shop.\"Order Items\" VALUES (2); INSERT INTO users VALUES (2)");
        await(database, "SELECT FROM \"Order Items\"", 1);

        database.execute("ALTER SUBSCRIPTION \"My Sub\" DISABLE");
        assertThat(finding(here).severity()).isEqualTo(Severity.WARNING);
        assertThat(finding(here.as(reader(database))).subject()).isEqualTo(finding.subject());
        here.migrate(mapping);
        assertThat(finding.remedy()).contains("ALTER SUBSCRIPTION \"My Sub\" DISABLE;");
        assertThat(finding.remedy()).contains("ALTER SUBSCRIPTION \"My Sub\" ENABLE;");
        database.execute("ALTER SUBSCRIPTION \"My Sub\" ENABLE");
        await(database, "SELECT FROM shop.\"Order Items\"", 2);
        await(database, "SELECT FROM users", 1);
    }

    @PostgresTest
    void thatFeedsOnlyWhatStaysIsNotTold(TestDatabase database) {
        database.execute(TABLES);
        assertThat(Goals.on(database, output).analyze(mapping).findings())
                .noneMatch(f -> f.code() == FindingCode.SUBSCRIPTION_FEEDS_MOVED_TABLE);
    }

    private static String reader(TestDatabase database) {
        database.execute("DO $$ BEGIN CREATE ROLE subscription_reader LOGIN; EXCEPTION WHEN duplicate_object OR"
                + " unique_violation THEN NULL; END $$");
        return "subscription_reader";
    }

    private Finding finding(Goals goals) {
        List<Finding> findings = goals.analyze(mapping).findings().stream()
                .filter(f -> f.code() == FindingCode.SUBSCRIPTION_FEEDS_MOVED_TABLE)
                .toList();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static void await(TestDatabase database, String query, int rows) throws InterruptedException {
        for (int i = 0; i < LONGEST_SECONDS * 5 && database.query(query).size() != rows; i++) {
            Thread.sleep(200);
        }
        assertThat(database.query(query)).hasSize(rows);
    }
}
