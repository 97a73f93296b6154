package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.RoleHolding;
import io.github.schemasplit.jdbc.StatementTimeout;
import io.github.schemasplit.plan.DropRole;
import io.github.schemasplit.plan.Plan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The roles of a way back that are to be dropped: which can be, and why the others stay. A role is dropped only if it is what it was made,
 * and has nothing but what the rest of the way back takes from it.
 */
final class RolesBack {
    /** More reasons are not named. */
    private static final int NAMED = 5;

    private static final RoleHolding RESTORED = new RoleHolding(
            "the database was restored from a dump since, and who made the role is not known", Optional.empty());

    private final Set<DropRole> possible = new HashSet<>();
    private final Set<String> left = new LinkedHashSet<>();

    /**
     * What the roles that inverses drop have got, by the operation; read in the database that they are for.
     *
     * @param restored whether that was restored from a dump, which has no roles: one of that name need not be the one that was made
     */
    static Map<DropRole, List<RoleHolding>> holdings(
            Connection connection, StatementTimeout timeout, List<Plan> inverses, boolean restored)
            throws SQLException {
        Map<DropRole, List<RoleHolding>> holdings = new HashMap<>();
        for (DropRole drop : drops(inverses)) {
            holdings.put(
                    drop,
                    restored
                            ? List.of(RESTORED)
                            : timeout.within(connection, () -> RoleHolding.read(connection, drop)));
        }
        return holdings;
    }

    private static List<DropRole> drops(List<Plan> inverses) {
        return inverses.stream()
                .flatMap(Plan::roles)
                .filter(DropRole.class::isInstance)
                .map(DropRole.class::cast)
                .toList();
    }

    /**
     * @param holdings what the roles have got
     * @param privileges the privileges that go back
     * @param policies the policies that go back
     */
    RolesBack(
            List<Plan> inverses,
            Snapshot snapshot,
            Map<DropRole, List<RoleHolding>> holdings,
            PrivilegesBack privileges,
            PoliciesBack policies) {
        for (DropRole drop : drops(inverses)) {
            Optional<Role> role = snapshot.role(drop.role());
            if (role.isEmpty()) {
                continue;
            }
            Set<ObjectId> taken = new HashSet<>(privileges.without(drop.role()));
            taken.addAll(policies.without(drop.role()));
            List<String> reasons = holdings.getOrDefault(drop, List.of()).stream()
                    .filter(holding -> holding.object().filter(taken::contains).isEmpty())
                    .map(RoleHolding::clause)
                    .toList();
            if (!reasons.isEmpty()) {
                left.add(drop.subject() + " stays, since "
                        + String.join(", ", reasons.subList(0, Math.min(NAMED, reasons.size())))
                        + (reasons.size() > NAMED ? " and " + (reasons.size() - NAMED) + " more" : ""));
            } else if (!role.get().settable()) {
                left.add(drop.subject() + " stays, since role "
                        + snapshot.server().currentRole() + " may not drop it");
            } else {
                possible.add(drop);
            }
        }
    }

    /** What can not be done, and why, each as a clause. */
    Set<String> left() {
        return left;
    }

    boolean isPossible(DropRole drop) {
        return possible.contains(drop);
    }
}
