package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Policy;
import io.github.schemasplit.catalog.PolicyCommand;
import io.github.schemasplit.catalog.PolicyDefinition;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.mapping.PolicyEntry;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to become of a policy, after the moves.
 *
 * @param wanted what the mapping wants
 * @param from what it says now, its expressions as the server will print them after the moves; empty where it is not there
 * @param to what it is to say; empty where it is to be gone
 */
public record PolicyChange(WantedPolicy wanted, Optional<PolicyDefinition> from, Optional<PolicyDefinition> to) {
    /** The change that makes a policy what the mapping wants; empty where it is that, and where nobody can tell what it is. */
    public static Optional<PolicyChange> of(WantedPolicy wanted, Assignment assignment) {
        PolicyEntry entry = wanted.entry().value();
        PolicyReading reading = assignment.reading(wanted);
        if (wanted.existing().isEmpty()) {
            return entry.drop() || reading instanceof PolicyReading.Refused
                    ? Optional.empty()
                    : Optional.of(new PolicyChange(wanted, Optional.empty(), Optional.of(definition(entry))));
        }
        if (!(reading instanceof PolicyReading.Understood understood)) {
            return Optional.empty();
        }
        PolicyDefinition from = definition(wanted.existing().get(), understood, assignment);
        Optional<PolicyDefinition> to =
                entry.drop() ? Optional.empty() : Optional.of(definition(entry, understood, from));
        return to.equals(Optional.of(from))
                ? Optional.empty()
                : Optional.of(new PolicyChange(wanted, Optional.of(from), to));
    }

    private static PolicyDefinition definition(PolicyEntry entry) {
        return new PolicyDefinition(
                PolicyCommand.ofWord(entry.command()),
                entry.permissive(),
                entry.roles(),
                entry.using().map(String::strip),
                entry.check().map(String::strip));
    }

    private static PolicyDefinition definition(
            Policy policy, PolicyReading.Understood understood, Assignment assignment) {
        List<Identifier> roles = new ArrayList<>();
        for (long oid : policy.roles()) {
            if (assignment.snapshot().find(new ObjectId(Catalog.PG_AUTHID, oid)).orElse(null) instanceof Role role) {
                roles.add(role.name());
            }
        }
        return new PolicyDefinition(
                policy.command(), policy.permissive(), roles, understood.using(), understood.check());
    }

    /**
     * What the entry says, but what means the same as it is. A policy that is made anew has the entry's own expressions: the server may
     * print another one once it has read what it prints.
     */
    private static PolicyDefinition definition(
            PolicyEntry entry, PolicyReading.Understood understood, PolicyDefinition from) {
        PolicyDefinition written = definition(entry);
        boolean kept = written.isAlterationOf(from);
        return new PolicyDefinition(
                written.command(),
                written.permissive(),
                written.hasRolesOf(from) ? from.roles() : written.roles(),
                kept && understood.sameUsing() ? from.using() : written.using(),
                kept && understood.sameCheck() ? from.check() : written.check());
    }

    /** Whether its inverse has the server read expressions anew that are there now. */
    public boolean isReadAnewByItsInverse() {
        return from.isPresent()
                && (to.isEmpty()
                        || !to.get().isAlterationOf(from.get())
                        || !to.get().using().equals(from.get().using())
                        || !to.get().check().equals(from.get().check()));
    }

    /** The statements that make it, in order. */
    public List<Statement> statements() {
        Identifier policy = wanted.policy();
        if (from.isPresent() && to.isPresent() && to.get().isAlterationOf(from.get())) {
            return List.of(to.get().alteration(policy, wanted.name(), from.get()));
        }
        List<Statement> statements = new ArrayList<>();
        if (from.isPresent()) {
            statements.add(Statement.of("DROP POLICY %s ON %s", policy, wanted.name()));
        }
        to.ifPresent(made -> statements.add(made.creation(policy, wanted.name())));
        return List.copyOf(statements);
    }
}
