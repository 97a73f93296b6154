package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.Journal;
import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.plan.AlterSearchPath;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which entries of the journal may lose what only a rollback needs. Migrations are taken back the newest first, so they lose it the oldest
 * first, and the newest that is in force never does: it is the one to be taken back next. One whose old names still stand keeps it, since
 * {@code schema:contract} and {@code schema:verify} read it; so does one whose old names a rollback of what ended them would bring back; and so
 * does the last rollback, with what it took back, by which {@code schema:verify} compares.
 */
final class Expiry {
    private final List<JournalEntry> history;
    private final Instant limit;
    private final Set<UUID> takenBack = new HashSet<>();
    private final Map<UUID, List<JournalEntry>> migrations = new LinkedHashMap<>();

    private Expiry(List<JournalEntry> history, Instant limit) {
        this.history = history;
        this.limit = limit;
        for (JournalEntry entry : history) {
            entry.rolledBack().ifPresent(takenBack::add);
            migrations
                    .computeIfAbsent(entry.batch().migration(), m -> new ArrayList<>())
                    .add(entry);
        }
    }

    /**
     * Takes out of the journal what may go.
     *
     * @param time what is younger stays, by the server's clock, which wrote when each was made
     * @return how many entries lost it
     */
    static int letGo(Journal journal, Duration time) throws SQLException {
        List<JournalEntry> history = journal.history();
        List<UUID> entries = of(history, journal.now().minus(time));
        if (entries.isEmpty()) {
            return 0;
        }
        List<UUID> endings = history.stream()
                .filter(Contract::made)
                .map(JournalEntry::id)
                .filter(entries::contains)
                .toList();
        return journal.letGo(entries, endings, newestInForce(history, entries));
    }

    /** The entries that may lose it, of a whole history, oldest first. */
    static List<UUID> of(List<JournalEntry> history, Instant limit) {
        return new Expiry(history, limit).entries();
    }

    /** Of those that go, the one by which the database is compared once all that stay are taken back. */
    private static Optional<UUID> newestInForce(List<JournalEntry> history, List<UUID> going) {
        Expiry all = new Expiry(history, Instant.MIN);
        return history.stream()
                .filter(all::isInForce)
                .map(JournalEntry::id)
                .filter(going::contains)
                .reduce((first, second) -> second);
    }

    /** What ends old names counts only where it goes, too; so it is asked again until no more stays for that. */
    private List<UUID> entries() {
        Set<UUID> migrationsGoing = new HashSet<>(migrations.keySet());
        while (true) {
            List<UUID> entries = entries(withOldNames(migrationsGoing));
            Set<UUID> left = new HashSet<>();
            migrations.forEach((migration, of) -> {
                if (of.stream().allMatch(e -> e.letGo() || entries.contains(e.id()))) {
                    left.add(migration);
                }
            });
            left.retainAll(migrationsGoing);
            if (left.equals(migrationsGoing)) {
                return entries;
            }
            migrationsGoing = left;
        }
    }

    private List<UUID> entries(Set<UUID> withOldNames) {
        Optional<UUID> newest = history.stream()
                .filter(this::isInForce)
                .map(entry -> entry.batch().migration())
                .reduce((first, second) -> second);
        List<UUID> going = new ArrayList<>();
        boolean olderStays = false;
        for (Map.Entry<UUID, List<JournalEntry>> migration : migrations.entrySet()) {
            List<JournalEntry> entries = migration.getValue();
            boolean inForce = entries.stream().anyMatch(this::isInForce);
            JournalEntry last = entries.get(entries.size() - 1);
            boolean over = last.appliedAt().isBefore(limit)
                    && !last.batch().isUnfinished()
                    && !newest.equals(Optional.of(migration.getKey()));
            boolean goes = over
                    && (inForce
                            ? !olderStays && !withOldNames.contains(migration.getKey())
                            : last != history.get(history.size() - 1));
            if (goes) {
                entries.stream().filter(e -> !e.letGo()).forEach(e -> going.add(e.id()));
            }
            olderStays |= inForce && !goes;
        }
        return going;
    }

    private boolean isInForce(JournalEntry entry) {
        return entry.action() == JournalAction.MIGRATE && !takenBack.contains(entry.id());
    }

    /**
     * The migrations that made a view which none has dropped, or gave a search_path schemas which none has taken out again.
     *
     * @param going those that count as having dropped one or taken some out
     */
    private Set<UUID> withOldNames(Set<UUID> going) {
        Map<QualifiedName, UUID> views = new HashMap<>();
        Map<Optional<Identifier>, Set<UUID>> paths = new HashMap<>();
        for (JournalEntry entry : history) {
            if (isInForce(entry)) {
                UUID migration = entry.batch().migration();
                if (going.contains(migration)) {
                    entry.plan().droppedViews().forEach(view -> views.remove(view.name()));
                }
                entry.plan().madeViews().forEach(view -> views.put(view.name(), migration));
                for (AlterSearchPath alter : entry.plan().searchPaths().toList()) {
                    if (alter.adds()) {
                        paths.computeIfAbsent(alter.role(), r -> new HashSet<>())
                                .add(migration);
                    } else if (going.contains(migration)) {
                        paths.remove(alter.role());
                    }
                }
            }
        }
        Set<UUID> migrations = new HashSet<>(views.values());
        paths.values().forEach(migrations::addAll);
        return migrations;
    }
}
