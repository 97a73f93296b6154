package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.AclItem;
import io.github.schemasplit.catalog.DefaultAcl;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The default ACLs of the source schema, carried to each schema that receives something from it, so that a table made there
 * later is granted as it would have been in the source. Those of roles that the connecting role may not act for are left out.
 */
final class DefaultAclStep implements PlanStep {
    @Override
    public List<Operation> operations(Assignment assignment) {
        Identifier source = assignment.mapping().source().value();
        TreeSet<Identifier> targets = new TreeSet<>();
        for (Placement move : assignment.moves()) {
            if (move.current().schema().equals(source)) {
                targets.add(move.target());
            }
        }
        List<DefaultAcl> carried = carried(assignment.snapshot(), source);
        List<Operation> operations = new ArrayList<>();
        for (Identifier target : targets) {
            for (DefaultAcl defaults : carried) {
                List<AclItem> present = present(assignment.snapshot(), defaults, target);
                for (AclItem item : defaults.acl().items()) {
                    operations.addAll(missing(defaults, item, present, target, source));
                }
            }
        }
        return operations;
    }

    private static List<DefaultAcl> carried(Snapshot snapshot, Identifier source) {
        RoleMembership roles = snapshot.roleMembership();
        List<DefaultAcl> carried = new ArrayList<>();
        for (DefaultAcl defaults : snapshot.all(DefaultAcl.class)) {
            if (isIn(source, defaults) && roles.mayActFor(snapshot.server().currentRole(), defaults.role())) {
                carried.add(defaults);
            }
        }
        carried.sort(new ByRole());
        return carried;
    }

    private static List<AclItem> present(Snapshot snapshot, DefaultAcl like, Identifier target) {
        List<AclItem> items = new ArrayList<>();
        for (DefaultAcl defaults : snapshot.all(DefaultAcl.class)) {
            if (isIn(target, defaults)
                    && defaults.role().equals(like.role())
                    && defaults.objectType() == like.objectType()) {
                items.addAll(defaults.acl().items());
            }
        }
        return items;
    }

    private static boolean isIn(Identifier schema, DefaultAcl defaults) {
        return defaults.schema().equals(Optional.of(schema));
    }

    private static List<Operation> missing(
            DefaultAcl defaults, AclItem item, List<AclItem> present, Identifier target, Identifier source) {
        Set<Privilege> held = EnumSet.noneOf(Privilege.class);
        Set<Privilege> grantable = EnumSet.noneOf(Privilege.class);
        for (AclItem other : present) {
            if (other.grantee().equals(item.grantee())) {
                held.addAll(other.privileges());
                grantable.addAll(other.grantable());
            }
        }
        Set<Privilege> withOption = without(item.grantable(), held);
        Map<GrantScope, Set<Privilege>> missing = new EnumMap<>(GrantScope.class);
        missing.put(GrantScope.PRIVILEGE, without(without(item.privileges(), item.grantable()), held));
        missing.put(GrantScope.WITH_GRANT_OPTION, withOption);
        missing.put(GrantScope.GRANT_OPTION_ALONE, without(without(item.grantable(), withOption), grantable));
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<GrantScope, Set<Privilege>> entry : missing.entrySet()) {
            if (!entry.getValue().isEmpty()) {
                operations.add(new AlterDefaultPrivileges(
                        true,
                        defaults.role(),
                        target,
                        DefaultAclObjects.ofLetter(defaults.objectType()),
                        List.copyOf(entry.getValue()),
                        item.grantee(),
                        entry.getKey(),
                        "default privileges of role " + defaults.role() + " in schema " + source));
            }
        }
        return operations;
    }

    private static Set<Privilege> without(Collection<Privilege> privileges, Set<Privilege> others) {
        Set<Privilege> rest = new TreeSet<>(privileges);
        rest.removeAll(others);
        return rest;
    }

    /** By role, then by type of object. */
    private static final class ByRole implements Comparator<DefaultAcl> {
        @Override
        public int compare(DefaultAcl one, DefaultAcl other) {
            int byRole = one.role().compareTo(other.role());
            return byRole != 0 ? byRole : Character.compare(one.objectType(), other.objectType());
        }
    }
}
