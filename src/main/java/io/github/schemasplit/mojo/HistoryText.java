package io.github.schemasplit.mojo;

import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.usecase.Contract;
import io.github.schemasplit.usecase.Workplace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
        lines.add("State: " + state(history));
        return lines;
    }

    private static String state(List<JournalEntry> history) {
        JournalEntry last = history.get(history.size() - 1);
        if (last.batch().isUnfinished()) {
            long batch = history.stream()
                    .filter(e -> e.action() == last.action()
                            && e.batch().migration().equals(last.batch().migration()))
                    .count();
            return "batch " + batch + " of an unfinished "
                    + (last.action() == JournalAction.MIGRATE ? "migration" : "rollback")
                    + ", " + last.batch().remaining() + " objects left. "
                    + (last.action() == JournalAction.MIGRATE
                            ? "schema:migrate goes on, schema:rollback takes back what was moved."
                            : "schema:rollback goes on.");
        }
        if (last.letGo()) {
            return "migrated, longer ago than schema.keepFor said: schema:rollback does not take it back any more.";
        }
        if (Contract.made(last)) {
            return "migrated, and old names ended. schema:rollback brings these back.";
        }
        if (history.stream().anyMatch(e -> last.rolledBack().equals(Optional.of(e.id())) && Contract.made(e))) {
            return "migrated, and old names stand again. schema:contract ends them; schema:rollback takes the last"
                    + " migration back.";
        }
        return last.action() == JournalAction.MIGRATE
                ? "migrated. schema:rollback takes the last migration back."
                : "rolled back. schema:migrate migrates again.";
    }

    private static String line(JournalEntry entry) {
        return String.format(
                Locale.ROOT,
                "  %d  %-8s  %s  by %s  %s  PostgreSQL %s, plugin %s  %s",
                entry.number(),
                Contract.made(entry) ? "contract" : entry.action().name().toLowerCase(Locale.ROOT),
                entry.appliedAt(),
                entry.appliedBy(),
                entry.letGo()
                        ? "no longer to be taken back"
                        : entry.plan().moves().count() + " objects moved, "
                                + entry.plan().operations().size() + " statements",
                entry.serverVersion(),
                entry.pluginVersion(),
                entry.id());
    }
}
