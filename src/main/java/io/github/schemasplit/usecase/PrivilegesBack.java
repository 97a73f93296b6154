package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.AclHolder;
import io.github.schemasplit.catalog.HeldAcl;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.plan.AlterPrivileges;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The access control lists of a way back that are to be as they were: which can, which are so already, and why the others can not. One
 * that several entries changed has gone through as many. What is gone has taken its privileges with it.
 */
final class PrivilegesBack {
    private final Snapshot snapshot;
    private final Map<AlterPrivileges, AlterPrivileges> possible = new HashMap<>();
    private final List<AlterPrivileges> ends = new ArrayList<>();
    private final Set<String> left = new LinkedHashSet<>();

    /**
     * @param inverses in the order in which they will be carried out
     */
    PrivilegesBack(List<Plan> inverses, Snapshot snapshot) {
        this.snapshot = snapshot;
        Map<Object, List<AlterPrivileges>> ways = new LinkedHashMap<>();
        inverses.stream()
                .flatMap(Plan::access)
                .filter(AlterPrivileges.class::isInstance)
                .map(AlterPrivileges.class::cast)
                .forEach(alter -> ways.computeIfAbsent(key(alter.holder()), key -> new ArrayList<>())
                        .add(alter));
        ways.values().forEach(this::find);
    }

    /** What stays the same whatever it is called. */
    private static Object key(AclHolder holder) {
        if (holder instanceof AclHolder.OfObject object) {
            return object.object();
        }
        return holder.describe();
    }

    /** What can not be done, and why, each as a clause. */
    Set<String> left() {
        return left;
    }

    /** One of the alterations as it can be carried out; empty when it can not, or need not. */
    Optional<AlterPrivileges> possible(AlterPrivileges alter) {
        return Optional.ofNullable(possible.get(alter));
    }

    /** On what a role will hold nothing any more. */
    Set<ObjectId> without(Identifier role) {
        Set<ObjectId> objects = new HashSet<>();
        for (AlterPrivileges end : ends) {
            if (!end.to().names(role)) {
                snapshot.objects().filter(end.holder()::isOf).forEach(object -> objects.add(object.id()));
            }
        }
        return objects;
    }

    private void find(List<AlterPrivileges> way) {
        Optional<HeldAcl> held = HeldAcl.find(snapshot, way.get(0).holder());
        if (held.isEmpty()) {
            return;
        }
        int first = 0;
        while (first < way.size() && !way.get(first).from().equals(held.get().state())) {
            first++;
        }
        if (first == way.size()) {
            if (!way.get(first - 1).to().equals(held.get().state())) {
                left.add("privileges on " + held.get().holder().describe() + " are not what they were made");
            }
            return;
        }
        List<AlterPrivileges> rest = way.subList(first, way.size());
        Optional<Identifier> gone = rest.stream()
                .flatMap(alter -> alter.to().items().stream())
                .flatMap(item -> item.grantee().role().stream())
                .filter(role -> snapshot.role(role).isEmpty())
                .findFirst();
        if (gone.isPresent()) {
            left.add("role " + gone.get() + " was dropped, and so were its privileges on "
                    + held.get().holder().describe());
        } else if (!snapshot.roleMembership()
                .inherits(snapshot.server().currentRole(), held.get().owner())) {
            left.add("privileges on " + held.get().holder().describe() + " stay, since only role "
                    + held.get().owner() + " may change them");
        } else {
            rest.forEach(alter -> possible.put(alter, alter.of(held.get().holder())));
            ends.add(rest.get(rest.size() - 1).of(held.get().holder()));
        }
    }
}
