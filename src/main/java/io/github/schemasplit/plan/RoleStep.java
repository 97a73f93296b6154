package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The roles that the mapping asks for and that are missing. One that is there is taken as it is, whatever it may do: another database may
 * have brought it, and what a role is, is not the mapping's to say.
 */
final class RoleStep {
    private RoleStep() {}

    static List<CreateRole> of(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        List<CreateRole> operations = new ArrayList<>();
        for (Located<Identifier> role : assignment.mapping().createRoles()) {
            if (snapshot.role(role.value()).isEmpty()) {
                operations.add(
                        new CreateRole(role.value(), snapshot.server().currentRole(), role.origin() + " createRoles"));
            }
        }
        operations.sort(Comparator.comparing(CreateRole::role));
        return List.copyOf(operations);
    }
}
