package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Grants;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.catalog.CompatibilityViews;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.ObservedStatement;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.Change;
import io.github.schemasplit.jdbc.GuardedSnapshot;
import io.github.schemasplit.jdbc.Journal;
import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalBatch;
import io.github.schemasplit.jdbc.JournalDraft;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.jdbc.LockCapacity;
import io.github.schemasplit.jdbc.ObservedStatementRows;
import io.github.schemasplit.names.Users;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.plan.Contraction;
import io.github.schemasplit.plan.LockCount;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.ViewOperation;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Plans which old names end, and refuses while something uses them. */
final class ContractPlanning implements Applier.Planning {
    private final Workplace workplace;
    private final Contract.Terms terms;
    private final ChangeListener listener;
    private final UUID id = UUID.randomUUID();
    private Plan plan = new Plan(List.of());
    private Optional<List<ObservedStatement>> observed = Optional.empty();

    ContractPlanning(Workplace workplace, Contract.Terms terms, ChangeListener listener) {
        this.workplace = workplace;
        this.terms = terms;
        this.listener = listener;
    }

    @Override
    public Optional<Change> plan(Connection connection) throws SQLException {
        Journal journal = workplace.journal(connection);
        List<JournalEntry> history = journal.history();
        if (observed.isEmpty()) {
            observed = Optional.of(watch(connection));
        }
        GuardedSnapshot read = GuardedSnapshot.read(connection, workplace.statementTimeout());
        Snapshot database = read.snapshot();
        List<Relation> views = CompatibilityViews.in(database).all().stream()
                .filter(view -> terms.concern(view.name()))
                .sorted(Comparator.comparing(Relation::name))
                .toList();
        Contraction contraction = new Contraction(database);
        plan = terms.canary() ? contraction.closing(views) : contraction.dropping(views);
        if (plan.isEmpty()) {
            return Optional.empty();
        }
        requireRights(database);
        requireAge(history, views, read.clock().now());
        requireUnused(database, views);
        requireLocks(connection, database);
        Optional<String> obstacle = journal.obstacle();
        if (obstacle.isPresent()) {
            throw new GoalStoppedException(obstacle.get());
        }
        return Optional.of(new Change(
                plan,
                read,
                new JournalDraft(
                        id,
                        JournalAction.MIGRATE,
                        Optional.empty(),
                        JournalBatch.only(id),
                        workplace.pluginVersion(),
                        "",
                        plan,
                        read.guard().hash(),
                        Optional.of(ObjectStates.of(database, workplace.journalSchema())))));
    }

    Plan plan() {
        return plan;
    }

    /** The statements that sessions run while it looks. Those that were run before may be of before the move. */
    private List<ObservedStatement> watch(Connection connection) throws SQLException {
        Snapshot database =
                GuardedSnapshot.read(connection, workplace.statementTimeout()).snapshot();
        List<ObservedStatement> before = statements(connection, database);
        if (before.isEmpty() || terms.watch().isZero()) {
            return List.of();
        }
        listener.on(new Event.Watching(terms.watch()));
        Waiting.sleep(terms.watch());
        Map<String, Long> calls = new HashMap<>();
        before.forEach(statement -> calls.merge(key(statement), statement.calls(), Long::sum));
        List<ObservedStatement> since = new ArrayList<>();
        for (ObservedStatement now : statements(connection, database)) {
            long more = now.calls() - calls.getOrDefault(key(now), 0L);
            if (more > 0) {
                since.add(new ObservedStatement(now.text(), now.role(), more, now.milliseconds(), now.nested()));
            }
        }
        return since;
    }

    private static String key(ObservedStatement statement) {
        return statement.role().value() + " " + statement.text();
    }

    private List<ObservedStatement> statements(Connection connection, Snapshot database) throws SQLException {
        return workplace.statementTimeout().within(connection, () -> ObservedStatementRows.read(connection, database));
    }

    /** The owner of the schema might drop a view, too, but could not make it again for its owner. */
    private void requireRights(Snapshot database) {
        RoleMembership membership = database.roleMembership();
        Identifier current = database.server().currentRole();
        List<Finding> findings = new ArrayList<>();
        for (ViewOperation operation : plan.views().toList()) {
            Relation view = database.relation(operation.view().name()).orElseThrow();
            if (!membership.inherits(current, view.owner())) {
                findings.add(new Finding(
                        FindingCode.OWNER_RIGHTS_MISSING,
                        Severity.ERROR,
                        view.describe(),
                        "it belongs to role " + view.owner() + ", and only a role with its rights may end it; role "
                                + current + " has them not",
                        Grants.membership(database, membership, view.owner()) + " or connect as role " + view.owner()
                                + "; or name others with schema.contract.names",
                        Optional.empty()));
            }
        }
        if (!findings.isEmpty()) {
            throw new GoalStoppedException("Not all of the old names may be ended, and nothing was changed", findings);
        }
    }

    private void requireLocks(Connection connection, Snapshot database) throws SQLException {
        LockLimit.require(
                workplace.statementTimeout().within(connection, () -> LockCapacity.read(connection)),
                LockCount.of(plan, database),
                "Ending " + Words.count(plan.operations().size(), "old name") + " in one transaction",
                "Name fewer at a time with schema.contract.names; or ");
    }

    /** By the server's clock, as the journal. */
    private void requireAge(List<JournalEntry> history, Collection<Relation> views, Instant now) {
        Instant youngest = Instant.MIN;
        Set<QualifiedName> young = new LinkedHashSet<>();
        Instant limit = now.minus(terms.grace());
        for (Relation view : views) {
            for (JournalEntry entry : history) {
                boolean makesIt =
                        entry.plan().madeViews().anyMatch(made -> made.name().equals(view.name()));
                if (makesIt && entry.appliedAt().isAfter(limit)) {
                    young.add(view.name());
                    youngest = entry.appliedAt().isAfter(youngest) ? entry.appliedAt() : youngest;
                }
            }
        }
        if (!young.isEmpty()) {
            throw new GoalStoppedException(Words.count(young.size(), "old name") + " (" + Words.some(young)
                    + ") would end sooner than " + hours(terms.grace())
                    + " after the move. Nothing was changed. Run the goal again after "
                    + youngest.plus(terms.grace()) + "; or, when no client of before the move is left, say less with"
                    + " schema.contract.grace.");
        }
    }

    private static String hours(Duration time) {
        return time.toHours() > 0 ? Words.count(time.toHours(), "hour") : time.toSeconds() + " s";
    }

    private void requireUnused(Snapshot database, Collection<Relation> views) {
        Map<Relation, Set<String>> users = Users.of(database, views, observed.orElseThrow());
        ViewDependents dependents = new ViewDependents(views, database);
        List<Finding> findings = new ArrayList<>();
        for (Relation view : views) {
            Set<String> ofView = new LinkedHashSet<>();
            dependents.of(view).ifPresent(dependent -> ofView.add(ObjectStates.describe(dependent, database)));
            ofView.addAll(users.getOrDefault(view, Set.of()));
            if (!ofView.isEmpty()) {
                findings.add(new Finding(
                        FindingCode.OLD_NAME_IN_USE,
                        Severity.ERROR,
                        view.describe(),
                        "it is used by " + Words.some(ofView),
                        "change what uses it to the new name",
                        Optional.empty()));
            }
        }
        if (!findings.isEmpty()) {
            throw new GoalStoppedException("Old names are still used, and nothing was changed", findings);
        }
    }
}
