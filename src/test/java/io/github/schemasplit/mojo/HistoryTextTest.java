package io.github.schemasplit.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.HostPort;
import io.github.schemasplit.jdbc.Journal;
import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalBatch;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.usecase.Workplace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HistoryTextTest {
    private final List<JournalEntry> history = new ArrayList<>();

    @Test
    void saysWhichBatchOfAnUnfinishedMigrationWasTheLast() {
        UUID earlier = migrate(UUID.randomUUID(), 0);
        assertThat(state()).isEqualTo("State: migrated. schema:rollback takes the last migration back.");
        UUID id = migrate(UUID.randomUUID(), 500);
        migrate(id, 250);
        migrate(id, 120);
        assertThat(id).isNotEqualTo(earlier);
        assertThat(state())
                .isEqualTo("State: batch 3 of an unfinished migration, 120 objects left. schema:migrate goes on,"
                        + " schema:rollback takes back what was moved.");
        rollback(id, 400);
        assertThat(state())
                .isEqualTo("State: batch 1 of an unfinished rollback, 400 objects left. schema:rollback goes on.");
        rollback(id, 0);
        assertThat(state()).isEqualTo("State: rolled back. schema:migrate migrates again.");
    }

    @Test
    void saysWhichEntriesAreNoLongerToBeTakenBack() {
        letGo(false);
        assertThat(lines().get(1)).contains("  migrate   1970-01-01T00:00:00Z  by app  no longer to be taken back  ");
        assertThat(state())
                .isEqualTo("State: migrated, longer ago than schema.keepFor said: schema:rollback does not take it back"
                        + " any more.");
        UUID ending = letGo(true);
        assertThat(lines().get(2)).contains("  contract  1970-01-01T00:00:00Z  by app  no longer to be taken back  ");
        rollback(ending, 0);
        assertThat(lines().get(3)).contains("  rollback  ");
        assertThat(state())
                .isEqualTo(
                        "State: migrated, and old names stand again. schema:contract ends them; schema:rollback takes"
                                + " the last migration back.");
    }

    private UUID letGo(boolean endedOldNames) {
        return add(JournalAction.MIGRATE, Optional.empty(), UUID.randomUUID(), 0, true, endedOldNames);
    }

    private String state() {
        List<String> lines = lines();
        return lines.get(lines.size() - 1);
    }

    private List<String> lines() {
        return HistoryText.lines(
                new Workplace(
                        new ConnectionSettings(
                                List.of(new HostPort("localhost", 5432)),
                                "shop",
                                "app",
                                Optional.empty(),
                                new TreeMap<>()),
                        true,
                        Journal.DEFAULT_SCHEMA,
                        Path.of("target"),
                        "1.0"),
                history);
    }

    private UUID migrate(UUID migration, long remaining) {
        add(JournalAction.MIGRATE, Optional.empty(), migration, remaining, false, false);
        return migration;
    }

    private void rollback(UUID migration, long remaining) {
        add(JournalAction.ROLLBACK, Optional.of(migration), migration, remaining, false, false);
    }

    private UUID add(
            JournalAction action,
            Optional<UUID> rolledBack,
            UUID migration,
            long remaining,
            boolean letGo,
            boolean endedOldNames) {
        UUID id = UUID.randomUUID();
        history.add(new JournalEntry(
                id,
                history.size() + 1,
                action,
                rolledBack,
                new JournalBatch(migration, remaining),
                Instant.EPOCH,
                "app",
                "1.0",
                "15.0",
                "",
                new Plan(List.of()),
                "",
                false,
                letGo,
                endedOldNames));
        return id;
    }
}
