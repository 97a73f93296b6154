package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Constraints that are in another schema than their table, as PostgreSQL 13 makes them: it leaves them there when the table moves. */
class ForeignConstraintTest {
    @TempDir
    private Path output;

    @PostgresTest
    void aPartitionMovesWhoseForeignKeyIsInTheSchemaOfItsRoot(TestDatabase database) {
        database.execute("""
                CREATE SCHEMA other;
                CREATE TABLE kinds (id int PRIMARY KEY);
                CREATE TABLE other.events (id int, kind int) PARTITION BY RANGE (id);
                ALTER TABLE other.events ADD FOREIGN KEY (kind) REFERENCES kinds;
                CREATE TABLE events_1 PARTITION OF other.events FOR VALUES FROM (1) TO (9);
                CREATE TABLE events_2 (id int, kind int CONSTRAINT positive CHECK (kind > 0));
                ALTER TABLE other.events ATTACH PARTITION events_2 FOR VALUES FROM (9) TO (19);
                """);
        Goals goals = Goals.on(database, output);
        ObjectStates before = goals.states();
        MappingBuilder mapping = new MappingBuilder().tables("crm", "*", "events_1", "events_2");
        Migrate.Result result = goals.migrate(mapping);
        assertThat(result.plan().moves()).hasSize(3);
        assertThat(result.batches()).allSatisfy(b -> assertThat(b.doubts()).isEmpty());
        goals.rollback();
        assertThat(goals.states()).isEqualTo(before);
    }

    @PostgresTest
    void aForeignKeyThatIsInTheTargetBeforeItsTableIsTold(TestDatabase database) {
        database.execute("""
                CREATE SCHEMA "My Shop";
                CREATE TABLE kinds (id int PRIMARY KEY);
                CREATE TABLE events (id int, kind int) PARTITION BY RANGE (id);
                CREATE TABLE "My Shop".part PARTITION OF events FOR VALUES FROM (1) TO (9) PARTITION BY RANGE (id);
                CREATE TABLE "Before" PARTITION OF "My Shop".part FOR VALUES FROM (1) TO (5);
                ALTER TABLE events ADD CONSTRAINT "a ""kind"" c" FOREIGN KEY (kind) REFERENCES kinds;
                CREATE TABLE "Events 1" PARTITION OF "My Shop".part FOR VALUES FROM (5) TO (9);
                """);
        List<String> elsewhere = database.query("""
                SELECT conrelid::regclass::text FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid
                 WHERE k.connamespace <> c.relnamespace
                """);
        MappingBuilder mapping = new MappingBuilder().tables("My Shop", "*");
        List<Finding> told = new Analyze(Goals.on(database, output).workplace(), ChangeListener.NONE)
                .run(mapping.build()).report().findings().stream()
                        .filter(f -> f.code() == FindingCode.CONSTRAINT_NOT_PUT_BACK)
                        .toList();
        assertThat(told).hasSameSizeAs(elsewhere).allSatisfy(f -> {
            assertThat(f.subject()).isEqualTo("table public.\"Events 1\"");
            assertThat(f.message()).startsWith("1 foreign key of it (\"a \"\"kind\"\" c\") is in the target schema");
        });
    }
}
