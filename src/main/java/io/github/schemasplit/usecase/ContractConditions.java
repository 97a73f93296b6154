package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Grants;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.ObservedStatement;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.jdbc.LockCapacity;
import io.github.schemasplit.names.Users;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.plan.AlterSearchPath;
import io.github.schemasplit.plan.LockCount;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.ViewOperation;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.SearchPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold before old names end. */
final class ContractConditions {
    private final Workplace workplace;
    private final Contract.Terms terms;
    private final Plan plan;
    private final Snapshot database;

    /**
     * @param plan what is to be done
     * @param database the database that it was planned on
     */
    ContractConditions(Workplace workplace, Contract.Terms terms, Plan plan, Snapshot database) {
        this.workplace = workplace;
        this.terms = terms;
        this.plan = plan;
        this.database = database;
    }

    /** The owner of the schema might drop a view, too, but could not make it again for its owner. */
    void requireRights() {
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
        for (AlterSearchPath path : plan.searchPaths().toList()) {
            if (!path.isSettable(database)) {
                findings.add(new Finding(
                        FindingCode.SEARCH_PATH_NOT_SET,
                        Severity.ERROR,
                        path.subject(),
                        "role " + current + " may not set its search_path",
                        "connect as a role that may; or name views with schema.contract.names, which leaves it as it is",
                        Optional.empty()));
            }
        }
        if (!findings.isEmpty()) {
            throw new GoalStoppedException("Not all of the old names may be ended, and nothing was changed", findings);
        }
    }

    void requireLocks(Connection connection) throws SQLException {
        LockLimit.require(
                workplace.statementTimeout().within(connection, () -> LockCapacity.read(connection)),
                LockCount.of(plan, database),
                "Ending "
                        + Words.count(plan.views().count() + plan.searchPaths().count(), "old name")
                        + " in one transaction",
                "Name fewer at a time with schema.contract.names; or ");
    }

    /** By the server's clock, as the journal. */
    void requireAge(List<JournalEntry> history, Instant now) {
        Set<QualifiedName> names = new HashSet<>();
        plan.views().forEach(operation -> names.add(operation.view().name()));
        Instant youngest = Instant.MIN;
        Set<String> young = new LinkedHashSet<>();
        Instant limit = now.minus(terms.grace());
        for (JournalEntry entry : history) {
            if (entry.appliedAt().isAfter(limit)) {
                Set<String> made = new LinkedHashSet<>();
                entry.plan()
                        .madeViews()
                        .filter(view -> names.contains(view.name()))
                        .forEach(view -> made.add(view.name().toString()));
                entry.plan()
                        .searchPaths()
                        .filter(alter -> alter.adds()
                                && plan.searchPaths().anyMatch(p -> p.role().equals(alter.role())))
                        .forEach(alter -> made.add("the search_path of " + alter.subject()));
                young.addAll(made);
                youngest = made.isEmpty() || !entry.appliedAt().isAfter(youngest) ? youngest : entry.appliedAt();
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

    /**
     * @param views the views that end
     * @param statements what sessions ran while it was looked
     */
    void requireUnused(Collection<Relation> views, Collection<ObservedStatement> statements) {
        Map<SchemaObject, Set<String>> users = Users.of(database, views, statements);
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
        Set<Identifier> ending = new LinkedHashSet<>();
        Map<Optional<Identifier>, SearchPath> paths = new LinkedHashMap<>();
        plan.searchPaths().forEach(alter -> {
            ending.addAll(alter.schemas());
            paths.put(alter.role(), alter.from().orElseThrow());
        });
        Users.byPath(database, ending, paths, statements)
                .forEach((object, by) -> findings.add(new Finding(
                        FindingCode.OLD_NAME_IN_USE,
                        Severity.ERROR,
                        object.describe(),
                        "it is used without its schema by " + Words.some(by),
                        "write its schema in what uses it",
                        Optional.empty())));
        if (!findings.isEmpty()) {
            throw new GoalStoppedException("Old names are still used, and nothing was changed", findings);
        }
    }
}
