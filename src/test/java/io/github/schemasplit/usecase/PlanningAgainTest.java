package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.plan.AlterSetSchema;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class PlanningAgainTest {
    @TempDir
    private Path output;

    @PostgresTest
    void aSecondMigrationHasNothingToDo(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        goals.migrate(SampleDatabase.mapping());
        ObjectStates states = goals.states();
        Migrate.Result again = goals.migrate(SampleDatabase.mapping());
        assertThat(again.migration()).isEmpty();
        assertThat(again.plan().operations()).isEmpty();
        assertThat(goals.generate(SampleDatabase.mapping(), Optional.empty()))
                .extracting(file -> file.path().getFileName().toString())
                .containsExactly("runbook.md");
        assertThat(goals.history()).hasSize(1);
        assertThat(goals.states()).isEqualTo(states);
    }

    @PostgresTest
    void aMigrationAfterARollbackDoesTheSameAgain(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        List<String> first = statements(goals.migrate(SampleDatabase.mapping()));
        goals.rollback();
        assertThat(statements(goals.migrate(SampleDatabase.mapping())))
                .isEqualTo(first)
                .isNotEmpty();
        assertThat(goals.verify(SampleDatabase.mapping(), Expectation.MIGRATED).findings())
                .isEmpty();
        assertThat(goals.history())
                .extracting(JournalEntry::action)
                .containsExactly(JournalAction.MIGRATE, JournalAction.ROLLBACK, JournalAction.MIGRATE);
    }

    @PostgresTest
    void aDatabaseThatIsHalfMovedIsFinishedAndOnlyTheRestIsTakenBack(@Sample TestDatabase database) {
        database.execute("CREATE SCHEMA ecommerce; CREATE SCHEMA ai_services; ALTER TABLE orders SET SCHEMA ecommerce;"
                + "ALTER TABLE order_items SET SCHEMA ecommerce; ALTER TABLE ai_usage_logs SET SCHEMA ai_services");
        Goals goals = Goals.on(database, output);
        ObjectStates half = goals.states();
        Migrate.Result rest = goals.migrate(SampleDatabase.mapping());
        assertThat(rest.plan().moves().map(AlterSetSchema::subject))
                .contains("table public.ai_usage_logs_hal_3", "table public.products")
                .doesNotContain("table public.orders", "table ecommerce.orders", "table ai_services.ai_usage_logs");
        assertThat(goals.verify(SampleDatabase.mapping(), Expectation.MIGRATED).findings())
                .isEmpty();
        goals.rollback();
        assertThat(goals.states()).isEqualTo(half);
    }

    @PostgresTest
    void aSchemaThatTheMappingGainsLaterGetsItsTablesAndTheRollbackTakesBackThoseAlone(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        ObjectStates start = goals.states();
        MappingBuilder mapping = new MappingBuilder().tables("shop", "orders", "order_items");
        ParsedMapping onlyShop = Goals.parsed(mapping.build());
        Migrate.Result first = goals.migrate(onlyShop);
        ObjectStates one = goals.states();
        mapping.tables("support", "chat_*");
        Migrate.Result second = goals.migrate(mapping);
        assertThat(second.plan().moves().map(AlterSetSchema::subject))
                .containsExactly("table public.chat_conversations", "table public.chat_messages");
        JournalEntry takenBack = goals.rollback();
        assertThat(takenBack.id()).isEqualTo(second.migration().orElseThrow().entry());
        assertThat(goals.states()).isEqualTo(one);
        assertThat(goals.verify(onlyShop, Expectation.MIGRATED).entry())
                .isEqualTo(first.migration().map(Applied::entry));
        assertThat(goals.verify(onlyShop, Expectation.MIGRATED).findings()).isEmpty();
        goals.rollback();
        assertThat(goals.states()).isEqualTo(start);
    }

    private static List<String> statements(Migrate.Result result) {
        return result.plan().operations().stream().map(o -> o.statement().sql()).toList();
    }
}
