package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.Acl;
import io.github.schemasplit.catalog.AclItem;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.DefaultAcl;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What makes the privileges on a view those of a relation: everybody holds the same, on all of it and on each column, and may grant the
 * same on. Who granted it is not kept: it is all the owner's to give.
 */
final class ViewGrants {
    private static final char RELATIONS = 'r';

    private final Relation relation;
    private final Identifier schema;
    private final Snapshot snapshot;

    /**
     * @param relation the relation
     * @param schema the schema that the view is made in
     */
    ViewGrants(Relation relation, Identifier schema, Snapshot snapshot) {
        this.relation = relation;
        this.schema = schema;
        this.snapshot = snapshot;
    }

    /**
     * From whom everything is to be taken before anything is granted. A view that nobody's default privileges are about is its
     * owner's alone, as a relation without an ACL is.
     */
    List<Grantee> revoked() {
        Identifier creator = snapshot.server().currentRole();
        Grantee owner = Grantee.of(relation.owner());
        Set<Grantee> strangers = new TreeSet<>();
        boolean ownerMayLack = !ownerHoldsAll(relation.acl());
        for (DefaultAcl defaults : snapshot.all(DefaultAcl.class)) {
            boolean ofView = defaults.objectType() == RELATIONS
                    && defaults.role().equals(creator)
                    && (defaults.schema().isEmpty() || defaults.schema().get().equals(schema));
            if (ofView) {
                strangers.addAll(defaults.acl().grantees().toList());
                // Those of one schema only add to what there is.
                ownerMayLack |= defaults.schema().isEmpty() && !holdsAll(defaults.acl(), Grantee.of(creator));
            }
        }
        strangers.remove(Grantee.of(creator));
        strangers.remove(owner);
        // What the creator has by default is the owner's once the view is.
        if (ownerMayLack) {
            strangers.add(owner);
        }
        return List.copyOf(strangers);
    }

    /** What is to be granted then. */
    List<ViewGrant> grants() {
        return grants(!revoked().contains(Grantee.of(relation.owner())));
    }

    /** What is to be granted where nobody holds anything, the owner included. */
    List<ViewGrant> allGrants() {
        return grants(false);
    }

    private List<ViewGrant> grants(boolean ownerHasAll) {
        List<ViewGrant> grants = new ArrayList<>();
        Grantee owner = Grantee.of(relation.owner());
        if (relation.acl().isPresent()) {
            for (ViewGrant grant : grants(List.of(), relation.acl().get())) {
                if (!(ownerHasAll && grant.grantee().equals(owner))) {
                    grants.add(grant);
                }
            }
        } else if (!ownerHasAll) {
            grants.add(new ViewGrant(all(), List.of(), owner, false));
        }
        for (Column column : relation.columns()) {
            if (column.acl().isPresent()) {
                grants.addAll(grants(List.of(column.name()), column.acl().get()));
            }
        }
        return List.copyOf(grants);
    }

    private boolean ownerHoldsAll(Optional<Acl> acl) {
        return acl.isEmpty() || holdsAll(acl.get(), Grantee.of(relation.owner()));
    }

    private boolean holdsAll(Acl acl, Grantee grantee) {
        for (Privilege privilege : all()) {
            if (!acl.grants(privilege, grantee)) {
                return false;
            }
        }
        return true;
    }

    private List<Privilege> all() {
        List<Privilege> all = new ArrayList<>(List.of(
                Privilege.INSERT,
                Privilege.SELECT,
                Privilege.UPDATE,
                Privilege.DELETE,
                Privilege.TRUNCATE,
                Privilege.REFERENCES,
                Privilege.TRIGGER));
        if (snapshot.server().major() >= 17) {
            all.add(Privilege.MAINTAIN);
        }
        return all;
    }

    private static List<ViewGrant> grants(List<Identifier> columns, Acl acl) {
        Map<Grantee, Set<Privilege>> plain = new LinkedHashMap<>();
        Map<Grantee, Set<Privilege>> grantable = new LinkedHashMap<>();
        for (AclItem item : acl.items()) {
            plain.computeIfAbsent(item.grantee(), g -> new TreeSet<>()).addAll(item.privileges());
            grantable.computeIfAbsent(item.grantee(), g -> new TreeSet<>()).addAll(item.grantable());
        }
        List<ViewGrant> grants = new ArrayList<>();
        for (Grantee grantee : plain.keySet()) {
            Set<Privilege> alone = new LinkedHashSet<>(plain.get(grantee));
            alone.removeAll(grantable.get(grantee));
            if (!alone.isEmpty()) {
                grants.add(new ViewGrant(List.copyOf(alone), columns, grantee, false));
            }
            if (!grantable.get(grantee).isEmpty()) {
                grants.add(new ViewGrant(List.copyOf(grantable.get(grantee)), columns, grantee, true));
            }
        }
        return grants;
    }
}
