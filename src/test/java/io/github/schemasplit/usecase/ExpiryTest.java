package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalBatch;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.plan.CompatibilityView;
import io.github.schemasplit.plan.CreateView;
import io.github.schemasplit.plan.DropView;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which entries may lose what a rollback needs; an entry's day is its number. */
class ExpiryTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final CompatibilityView VIEW = new CompatibilityView(
            new QualifiedName(Identifier.of("public"), Identifier.of("orders")),
            ObjectId.relation(1),
            new QualifiedName(Identifier.of("shop"), Identifier.of("orders")),
            List.of(Identifier.of("id")),
            true,
            Identifier.of("app"),
            false,
            List.of(),
            List.of());

    private final List<JournalEntry> history = new ArrayList<>();

    private UUID migrate(UUID migration, long remaining, Operation... operations) {
        return add(JournalAction.MIGRATE, Optional.empty(), migration, remaining, operations);
    }

    private UUID add(
            JournalAction action, Optional<UUID> rolledBack, UUID migration, long remaining, Operation... operations) {
        int number = history.size() + 1;
        UUID id = new UUID(0, number);
        history.add(new JournalEntry(
                id,
                number,
                action,
                rolledBack,
                new JournalBatch(migration, remaining),
                START.plusSeconds(86_400L * number),
                "app",
                "1.0",
                "15.0",
                "",
                new Plan(List.of(operations)),
                "",
                false,
                false,
                false));
        return id;
    }

    /** The numbers of those that go of what is older than a day. */
    private List<Long> going(int day) {
        return Expiry.of(history, START.plusSeconds(86_400L * day + 1)).stream()
                .map(UUID::getLeastSignificantBits)
                .toList();
    }

    @Test
    void theOldestGoFirstAndAMigrationOfSeveralBatchesGoesAsAWhole() {
        migrate(new UUID(0, 1), 0);
        migrate(new UUID(0, 2), 5);
        assertThat(going(9)).containsExactly(1L);
        migrate(new UUID(0, 2), 0);
        migrate(new UUID(0, 4), 0);
        assertThat(going(0)).isEmpty();
        assertThat(going(2)).containsExactly(1L);
        assertThat(going(3)).containsExactly(1L, 2L, 3L);
        assertThat(going(9)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatIsTakenBackGoesUnlessItIsTheLastThing() {
        migrate(new UUID(0, 1), 0);
        UUID second = migrate(new UUID(0, 2), 0);
        add(JournalAction.ROLLBACK, Optional.of(second), second, 0);
        assertThat(going(9)).as("the newest in force").isEmpty();
        migrate(new UUID(0, 4), 0);
        assertThat(going(3)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatHasOldNamesStaysWithWhatCameAfterItUntilTheyEnd() {
        migrate(new UUID(0, 1), 0);
        migrate(new UUID(0, 2), 0, new CreateView(VIEW, ""));
        migrate(new UUID(0, 3), 0);
        assertThat(going(9)).containsExactly(1L);
        UUID contract = migrate(new UUID(0, 4), 0, new DropView(VIEW, ""));
        assertThat(going(9)).as("a rollback would bring the names back").containsExactly(1L);
        UUID later = migrate(new UUID(0, 5), 0);
        assertThat(going(3)).containsExactly(1L);
        assertThat(going(9)).containsExactly(1L, 2L, 3L, 4L);
        add(JournalAction.ROLLBACK, Optional.of(later), later, 0);
        add(JournalAction.ROLLBACK, Optional.of(contract), contract, 0);
        assertThat(going(9))
                .as("and what was taken back goes, but for the last")
                .containsExactly(1L, 5L, 6L);
    }
}
