package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.ReplaceRoutine;
import io.github.schemasplit.report.VerificationReport;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

class TamperingTest {
    @TempDir
    private Path output;

    @PostgresTest
    void verifyNamesWhatSomebodyChangedAfterTheMigration(@Sample TestDatabase database) throws Exception {
        Goals goals = Goals.on(database, output);
        goals.migrate(SampleDatabase.mapping());
        database.execute("""
                ALTER TABLE ai_services.topics SET SCHEMA public;
                DROP POLICY "Own cards" ON ecommerce.virtual_cards;
                GRANT DELETE ON saas_platform.users TO anon;
                GRANT CREATE ON SCHEMA banking_services TO anon;
                DROP TABLE shared_services.feature_flags CASCADE;
                CREATE TABLE public.orders (id int);
                """);
        VerificationReport report = goals.verify(SampleDatabase.mapping(), Expectation.MIGRATED);
        assertThat(report.hasErrors()).isTrue();
        assertFound(report, FindingCode.NOT_IN_PLACE, "table public.topics");
        assertFound(report, FindingCode.CHANGED_SINCE_MIGRATION, "table public.topics");
        assertFound(report, FindingCode.GONE_SINCE_MIGRATION, "policy \"Own cards\" on table ecommerce.virtual_cards");
        assertFound(report, FindingCode.CHANGED_SINCE_MIGRATION, "table saas_platform.users");
        assertFound(report, FindingCode.CHANGED_SINCE_MIGRATION, "schema banking_services");
        assertFound(report, FindingCode.GONE_SINCE_MIGRATION, "table shared_services.feature_flags");
        assertFound(report, FindingCode.NOT_IN_PLACE, "table feature_flags");
        assertFound(report, FindingCode.IN_TWO_SCHEMAS, "table ecommerce.orders");
        assertThat(Files.readString(output.resolve(Verify.FILE))).contains("virtual_cards", "GONE_SINCE_MIGRATION");
    }

    @PostgresTest
    void verifyAfterTheRollbackFindsTheStartAndWhatDiffersFromIt(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        goals.migrate(SampleDatabase.mapping());
        assertThatThrownBy(() -> goals.verify(SampleDatabase.mapping(), Expectation.ORIGINAL))
                .isInstanceOf(GoalStoppedException.class)
                .hasMessageContainingAll("was not rolled back", "schema:rollback", "schema.expect=migrated");
        goals.rollback();
        assertThatThrownBy(() -> goals.verify(SampleDatabase.mapping(), Expectation.MIGRATED))
                .isInstanceOf(GoalStoppedException.class)
                .hasMessageContainingAll("was rolled back", "schema:migrate", "schema.expect=original");
        assertThat(goals.verify(SampleDatabase.mapping(), Expectation.ORIGINAL).findings())
                .isEmpty();
        database.execute("DROP POLICY \"Own cards\" ON virtual_cards");
        assertFound(
                goals.verify(SampleDatabase.mapping(), Expectation.ORIGINAL),
                FindingCode.NOT_RESTORED,
                "policy \"Own cards\" on table public.virtual_cards");
    }

    @PostgresTest
    void aChangeBetweenMigrationAndRollbackIsKeptAndNamed(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        goals.migrate(SampleDatabase.mapping());
        database.execute("ALTER TABLE ecommerce.orders ADD COLUMN note text");
        goals.rollback();
        assertThat(database.query("SELECT count(note) FROM public.orders")).hasSize(1);
        assertFound(
                goals.verify(SampleDatabase.mapping(), Expectation.ORIGINAL),
                FindingCode.NOT_RESTORED,
                "table public.orders");
    }

    @PostgresTest
    void theJournalTellsWhatWasDoneAndWhatItTookBack(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        assertThat(goals.history()).isEmpty();
        UUID migration = goals.migrate(SampleDatabase.mapping())
                .migration()
                .orElseThrow()
                .entry();
        goals.rollback();
        List<JournalEntry> history = goals.history();
        assertThat(history)
                .extracting(JournalEntry::action)
                .containsExactly(JournalAction.MIGRATE, JournalAction.ROLLBACK);
        assertThat(history.get(0).id()).isEqualTo(migration);
        assertThat(history.get(1).rolledBack()).contains(migration);
        assertThat(history)
                .allSatisfy(e -> assertThat(e.mapping()).contains("Handle all e-commerce related functionality"))
                .allSatisfy(e -> assertThat(e.appliedBy()).isEqualTo("postgres"))
                .allSatisfy(e -> assertThat(e.pluginVersion()).isEqualTo("1.0-test"));
        Plan inverse = history.get(0).plan().inverse();
        Plan back = history.get(1).plan();
        assertThat(withoutBodies(back)).isEqualTo(withoutBodies(inverse));
        // What stands around the bodies is as it is when they are put back: before the moves.
        assertThat(back.operations().subList(0, (int) back.replacements().count()))
                .hasOnlyElementsOfType(ReplaceRoutine.class);
        assertThat(back.replacements())
                .isNotEmpty()
                .usingRecursiveFieldByFieldElementComparatorOnFields("routine", "from", "to")
                .containsExactlyInAnyOrderElementsOf(inverse.replacements().toList());
    }

    private static Plan withoutBodies(Plan plan) {
        return new Plan(plan.operations().stream()
                .filter(o -> !(o instanceof ReplaceRoutine))
                .toList());
    }

    @PostgresTest
    void nobodyElseReadsTheJournalWhateverDefaultPrivilegesSay(@Sample TestDatabase database) {
        database.execute("ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO PUBLIC, anon;"
                + "ALTER DEFAULT PRIVILEGES GRANT ALL ON SCHEMAS TO PUBLIC, anon");
        Goals.on(database, output).migrate(SampleDatabase.mapping());
        String others = " FROM pg_roles WHERE NOT rolsuper AND rolname !~ '^pg_' AND ";
        assertThat(database.query("SELECT rolname" + others + "(has_schema_privilege(oid, 'schemasplit', 'USAGE')"
                        + " OR has_schema_privilege(oid, 'schemasplit', 'CREATE'))"))
                .isEmpty();
        assertThat(database.query("SELECT rolname" + others
                        + "(has_table_privilege(oid, 'schemasplit.migration', 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')"
                        + " OR has_any_column_privilege(oid, 'schemasplit.migration', 'SELECT, INSERT, UPDATE'))"))
                .isEmpty();
    }

    private static void assertFound(VerificationReport report, FindingCode code, String subject) {
        assertThat(report.findings())
                .filteredOn(f -> f.code() == code)
                .extracting(Finding::subject)
                .contains(subject);
    }
}
