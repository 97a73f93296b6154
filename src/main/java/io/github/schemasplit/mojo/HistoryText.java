package io.github.schemasplit.mojo;

import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.usecase.Workplace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The journal's history as console text. */
final class HistoryText {
    private HistoryText() {}

    static List<String> lines(Workplace workplace, List<JournalEntry> history) {
        if (history.isEmpty()) {
            return List.of("No migration: " + workplace.database() + " has no journal in schema "
                    + workplace.journalSchema() + ".");
        }
        List<String> lines = new ArrayList<>();
        lines.add("Journal in schema " + workplace.journalSchema() + " of " + workplace.database() + ":");
        history.forEach(entry -> lines.add(line(entry)));
        lines.add(
                history.get(history.size() - 1).action() == JournalAction.MIGRATE
                        ? "State: migrated. schema:rollback takes the last migration back."
                        : "State: rolled back. schema:migrate migrates again.");
        return lines;
    }

    private static String line(JournalEntry entry) {
        return String.format(
                Locale.ROOT,
                "  %d  %-8s  %s  by %s  %d objects moved, %d statements  PostgreSQL %s, plugin %s  %s",
                entry.number(),
                entry.action().name().toLowerCase(Locale.ROOT),
                entry.appliedAt(),
                entry.appliedBy(),
                entry.plan().moves().count(),
                entry.plan().operations().size(),
                entry.serverVersion(),
                entry.pluginVersion(),
                entry.id());
    }
}
