package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Policy;
import io.github.schemasplit.catalog.PolicyDefinition;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.plan.AlterRowSecurity;
import io.github.schemasplit.plan.NamedPolicyOperation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.PolicyOperation;
import io.github.schemasplit.plan.RowSecurityAction;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The row security of a way back that is to be as it was: what can be, what is so already, and why the rest can not. What is gone has taken
 * its policies with it.
 */
final class PoliciesBack {
    private final Snapshot snapshot;
    private final Set<PolicyOperation> possible = new LinkedHashSet<>();
    private final Set<String> left = new LinkedHashSet<>();

    /**
     * @param inverses in the order in which they will be carried out
     */
    PoliciesBack(List<Plan> inverses, Snapshot snapshot) {
        this.snapshot = snapshot;
        Map<Object, List<PolicyOperation>> ways = new LinkedHashMap<>();
        inverses.stream()
                .flatMap(Plan::access)
                .filter(PolicyOperation.class::isInstance)
                .map(PolicyOperation.class::cast)
                .forEach(own ->
                        ways.computeIfAbsent(key(own), k -> new ArrayList<>()).add(own));
        ways.values().forEach(this::find);
    }

    private static Object key(PolicyOperation own) {
        return own instanceof NamedPolicyOperation named
                ? List.of(named.relation(), named.policy())
                : List.of(own.relation(), isOfForce(((AlterRowSecurity) own).action()));
    }

    private static boolean isOfForce(RowSecurityAction action) {
        return action == RowSecurityAction.FORCE || action == RowSecurityAction.NO_FORCE;
    }

    /** What can not be done, and why, each as a clause. */
    Set<String> left() {
        return left;
    }

    boolean isPossible(PolicyOperation own) {
        return possible.contains(own);
    }

    /** The policies that will not be for a role any more. */
    Set<ObjectId> without(Identifier role) {
        Map<Object, NamedPolicyOperation> ends = new LinkedHashMap<>();
        possible.stream()
                .filter(NamedPolicyOperation.class::isInstance)
                .map(NamedPolicyOperation.class::cast)
                .forEach(own -> ends.put(key(own), own));
        Set<ObjectId> policies = new HashSet<>();
        for (NamedPolicyOperation end : ends.values()) {
            boolean keeps = end.inverse()
                    .definitionBefore()
                    .filter(after -> after.roles().contains(role))
                    .isPresent();
            there(end).filter(policy -> !keeps).ifPresent(policy -> policies.add(policy.id()));
        }
        return policies;
    }

    /** The policy of an operation, as it is there by now. */
    private Optional<Policy> there(NamedPolicyOperation own) {
        return snapshot.all(Policy.class).stream().filter(own::changes).findFirst();
    }

    private void find(List<PolicyOperation> way) {
        PolicyOperation next = way.get(0);
        if (!(snapshot.find(next.relation()).orElse(null) instanceof Relation table)) {
            return;
        }
        if (!table.name().equals(next.table())) {
            left.add(next.subject() + " stays as it is, since the table is " + table.name() + " now");
            return;
        }
        if (!snapshot.roleMembership().inherits(snapshot.server().currentRole(), table.owner())) {
            left.add(next.subject() + " stays as it is, since only role " + table.owner() + " may change it");
            return;
        }
        int first = 0;
        while (first < way.size() && !isBefore(way.get(first), table)) {
            first++;
        }
        if (first < way.size()) {
            possible.addAll(way.subList(first, way.size()));
        } else if (!isBefore(way.get(way.size() - 1).inverse(), table)) {
            left.add(next.subject() + " is not what it was made");
        }
    }

    /** Whether a table's row security is what an operation begins with, as far as the catalog says without the expressions. */
    private boolean isBefore(PolicyOperation own, Relation table) {
        if (own instanceof AlterRowSecurity alter) {
            return switch (alter.action()) {
                case ENABLE -> !table.rowSecurity();
                case DISABLE -> table.rowSecurity();
                case FORCE -> !table.rowSecurityForced();
                case NO_FORCE -> table.rowSecurityForced();
            };
        }
        NamedPolicyOperation named = (NamedPolicyOperation) own;
        Optional<Policy> there = there(named);
        Optional<PolicyDefinition> before = named.definitionBefore();
        return there.isPresent() && before.isPresent()
                ? isAs(there.get(), before.get())
                : there.isEmpty() && before.isEmpty();
    }

    private boolean isAs(Policy policy, PolicyDefinition definition) {
        return policy.command() == definition.command()
                && policy.permissive() == definition.permissive()
                && roles(policy).equals(definition.roles());
    }

    private List<Identifier> roles(Policy policy) {
        return policy.roles().stream()
                .flatMap(oid -> snapshot.find(new ObjectId(Catalog.PG_AUTHID, oid)).stream())
                .map(role -> ((Role) role).name())
                .toList();
    }
}
