package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.CompatibilityViews;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.ObservedStatement;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.Change;
import io.github.schemasplit.jdbc.GuardedSnapshot;
import io.github.schemasplit.jdbc.Journal;
import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalBatch;
import io.github.schemasplit.jdbc.JournalDraft;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.jdbc.ObservedStatementRows;
import io.github.schemasplit.plan.AlterSearchPath;
import io.github.schemasplit.plan.ApiStep;
import io.github.schemasplit.plan.Contraction;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.PathContraction;
import io.github.schemasplit.plan.Plan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        List<AlterSearchPath> paths = terms.concernPaths()
                ? new PathContraction(
                                database,
                                history.stream().map(JournalEntry::plan).toList())
                        .operations()
                : List.of();
        plan = plan(database, views, paths);
        if (plan.isEmpty()) {
            return Optional.empty();
        }
        ContractConditions conditions = new ContractConditions(workplace, terms, plan, database);
        conditions.requireRights();
        conditions.requireAge(history, read.clock().now());
        conditions.requireUnused(views, observed.orElseThrow());
        conditions.requireLocks(connection);
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

    private Plan plan(Snapshot database, List<Relation> views, List<AlterSearchPath> paths) {
        Contraction contraction = new Contraction(database);
        List<Operation> operations = new ArrayList<>(paths);
        operations.addAll((terms.canary() ? contraction.closing(views) : contraction.dropping(views)).operations());
        if (!operations.isEmpty()) {
            operations.addAll(ApiStep.reload(database));
        }
        return new Plan(operations);
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
}
