package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.Change;
import io.github.schemasplit.jdbc.GuardedSnapshot;
import io.github.schemasplit.jdbc.Journal;
import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalBatch;
import io.github.schemasplit.jdbc.JournalDraft;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.jdbc.LockCapacity;
import io.github.schemasplit.plan.AlterSetSchema;
import io.github.schemasplit.plan.Identities;
import io.github.schemasplit.plan.LockCount;
import io.github.schemasplit.plan.OidsKept;
import io.github.schemasplit.plan.Plan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans the rollback of the newest entry of the last migration, which mostly is the only one, and keeps that. */
final class RollbackPlanning implements Applier.Planning {
    private final Workplace workplace;
    private final Optional<UUID> migration;
    private final boolean force;
    private final ChangeListener listener;
    private final UUID id = UUID.randomUUID();
    private Optional<JournalEntry> entry = Optional.empty();
    private List<String> left = List.of();
    private List<String> renewed = List.of();
    private long moved;
    private long remaining;

    /**
     * @param migration the migration of which batches were taken back already; empty for the first, which is of the last migration
     * @param force whether what can be taken back is, when not all can be
     * @param listener is told what is unusual
     */
    RollbackPlanning(Workplace workplace, Optional<UUID> migration, boolean force, ChangeListener listener) {
        this.workplace = workplace;
        this.migration = migration;
        this.force = force;
        this.listener = listener;
    }

    @Override
    public Optional<Change> plan(Connection connection) throws SQLException {
        Journal journal = workplace.journal(connection);
        UUID which = migration.isPresent()
                ? migration.get()
                : journal.lastMigration()
                        .orElseThrow(() -> new GoalStoppedException(nothingToTakeBack()))
                        .batch()
                        .migration();
        List<JournalEntry> entries = journal.entriesOf(which);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        requireHeld(entries);
        JournalEntry last = entries.get(0);
        GuardedSnapshot read = GuardedSnapshot.read(connection, workplace.statementTimeout());
        LockCapacity capacity = workplace.statementTimeout().within(connection, () -> LockCapacity.read(connection));
        Identities identities = identities(entries, read.snapshot());
        List<Plan> inverses = identities.plans();
        WayBack wayBack = WayBack.of(
                inverses,
                read.snapshot(),
                RolesBack.holdings(
                        connection,
                        workplace.statementTimeout(),
                        inverses,
                        entries.stream().anyMatch(JournalEntry::restored)));
        renewed = renewed(inverses, identities, wayBack);
        if (!force && !(wayBack.left().isEmpty() && renewed.isEmpty())) {
            throw new GoalStoppedException(notAsItWas(wayBack.left(), renewed));
        }
        if (migration.isEmpty()) {
            for (Plan inverse : inverses) {
                LockLimit.require(
                        capacity,
                        LockCount.of(inverse, read.snapshot()),
                        "Taking back in one transaction what was moved in one",
                        "Wait until less is going on; or ");
            }
        }
        entry = Optional.of(last);
        left = wayBack.left();
        Plan plan = wayBack.plan();
        moved = plan.moves().count();
        // One that neither moves anything nor is about access has something to do as well.
        remaining = inverses.stream()
                .skip(1)
                .mapToLong(inverse -> Math.max(inverse.work(), inverse.isEmpty() ? 0 : 1))
                .sum();
        return Optional.of(new Change(
                plan,
                read,
                new JournalDraft(
                        id,
                        JournalAction.ROLLBACK,
                        Optional.of(last.id()),
                        new JournalBatch(which, remaining),
                        workplace.pluginVersion(),
                        last.mapping(),
                        plan,
                        read.guard().hash(),
                        Optional.empty())));
    }

    /** What the user did not want to be kept for so long can not be taken back from the journal. */
    private static void requireHeld(List<JournalEntry> entries) {
        entries.stream().filter(JournalEntry::letGo).findFirst().ifPresent(entry -> {
            throw new GoalStoppedException("The " + Contract.called(entry) + " of " + entry.appliedAt() + " by "
                    + entry.appliedBy()
                    + " can not be taken back: it was made longer ago than schema.keepFor said, and the journal no longer"
                    + " holds what that needs (entry " + entry.number() + "). Nothing was changed. The way back is the"
                    + " rollback.sql that schema:generate wrote before the migration, or schema:restore of a backup of"
                    + " that time, which loses the rows written since.");
        });
    }

    private Identities identities(List<JournalEntry> entries, Snapshot snapshot) {
        if (entries.stream().anyMatch(JournalEntry::restored)) {
            listener.on(new Event.Restored());
        }
        int major = snapshot.server().major();
        return Identities.of(
                entries.stream()
                        .map(e -> new Identities.Recorded(e.plan().inverse(), oidsKept(e, major)))
                        .toList(),
                snapshot);
    }

    private static OidsKept oidsKept(JournalEntry entry, int major) {
        return entry.restored()
                ? OidsKept.NONE
                : entry.serverMajor() == major ? OidsKept.ALL : OidsKept.RELATIONS_AND_TYPES;
    }

    private static List<String> renewed(List<Plan> inverses, Identities identities, WayBack wayBack) {
        return inverses.stream()
                .flatMap(Plan::moves)
                .filter(move -> identities.renewed().contains(move.object()) && !wayBack.isStuck(move.object()))
                .map(AlterSetSchema::subject)
                .distinct()
                .toList();
    }

    private static String notAsItWas(List<String> left, List<String> renewed) {
        String what = Stream.concat(
                        left.stream(), renewed.stream().map(subject -> subject + " was dropped and made anew"))
                .collect(Collectors.joining("; "));
        return "The migration can not be taken back as a whole, for since then: " + what + ". "
                + (left.isEmpty() ? "Say" : "Undo that, then run schema:rollback again; or say")
                + " schema.force=true, which takes back the rest"
                + (renewed.isEmpty() ? "" : " and with it what was made anew")
                + (left.isEmpty() ? "." : ", and leaves this as it is.");
    }

    private String nothingToTakeBack() {
        return "There is nothing to roll back: the journal in schema "
                + workplace.journalSchema() + " of " + workplace.database()
                + " has no migration that was not rolled back already. If the journal is in another schema, name it"
                + " with schema.journalSchema; schema:info shows the history.";
    }

    /** The entry that the last plan takes back. */
    JournalEntry entry() {
        return entry.orElseThrow();
    }

    /** What is not taken back, of this entry and of those before it. */
    List<String> left() {
        return left;
    }

    /** What was dropped and made anew since, of this entry and of those before it: the new ones are moved back. */
    List<String> renewed() {
        return renewed;
    }

    /** How many objects move back. */
    long moved() {
        return moved;
    }

    /** How many objects the entries before it moved. */
    long remaining() {
        return remaining;
    }

    boolean isUnfinished() {
        return remaining > 0;
    }
}
