package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.AclItem;
import io.github.schemasplit.catalog.AclKind;
import io.github.schemasplit.catalog.DefaultAcl;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The access control lists of schemas, and of what will be made in them, once some operations are carried out. */
final class PlannedAcls {
    private final Snapshot snapshot;
    private final List<Operation> operations;

    PlannedAcls(Snapshot snapshot, List<Operation> operations) {
        this.snapshot = snapshot;
        this.operations = List.copyOf(operations);
    }

    /** Who owns a schema that is there, or is made. */
    Identifier owner(Identifier schema) {
        return snapshot.schema(schema)
                .map(Schema::owner)
                .or(() -> operations.stream()
                        .filter(CreateSchema.class::isInstance)
                        .map(CreateSchema.class::cast)
                        .filter(create -> create.schema().equals(schema))
                        .map(CreateSchema::owner)
                        .findFirst())
                .orElse(snapshot.server().currentRole());
    }

    List<AclItem> ofSchema(Identifier schema) {
        Identifier owner = owner(schema);
        List<AclItem> items = new ArrayList<>(AclKind.SCHEMA.items(
                snapshot.schema(schema).flatMap(Schema::acl),
                owner,
                snapshot.server().major()));
        for (Operation operation : operations) {
            if (operation instanceof GrantOnSchema grant && grant.schema().equals(schema)) {
                add(items, grant.grantee(), owner, EnumSet.of(grant.privilege()), Set.of());
            } else if (operation instanceof RevokeOnSchema revoke
                    && revoke.schema().equals(schema)) {
                take(items, revoke.grantee(), owner, EnumSet.of(revoke.privilege()));
            }
        }
        return items;
    }

    List<AclItem> ofNewObjects(Identifier role, Identifier schema, char objectType) {
        List<AclItem> items = new ArrayList<>();
        for (DefaultAcl defaults : snapshot.all(DefaultAcl.class)) {
            if (defaults.role().equals(role)
                    && defaults.schema().equals(Optional.of(schema))
                    && defaults.objectType() == objectType) {
                items.addAll(defaults.acl().items());
            }
        }
        for (Operation operation : operations) {
            if (operation instanceof AlterDefaultPrivileges alter
                    && alter.grant()
                    && alter.role().equals(role)
                    && alter.schema().equals(schema)
                    && alter.objects().isLetter(objectType)) {
                Collection<Privilege> grantable = alter.scope() == GrantScope.PRIVILEGE ? Set.of() : alter.privileges();
                add(items, alter.grantee(), role, alter.privileges(), grantable);
            }
        }
        return items;
    }

    /** Grants privileges in a list, as the server does. */
    static void add(
            List<AclItem> items,
            Grantee grantee,
            Identifier grantor,
            Collection<Privilege> privileges,
            Collection<Privilege> grantable) {
        for (int i = 0; i < items.size(); i++) {
            AclItem item = items.get(i);
            if (item.grantee().equals(grantee) && item.grantor().equals(grantor)) {
                items.set(
                        i,
                        new AclItem(
                                grantee,
                                union(item.privileges(), privileges),
                                union(item.grantable(), grantable),
                                grantor));
                return;
            }
        }
        items.add(new AclItem(grantee, Set.copyOf(privileges), Set.copyOf(grantable), grantor));
    }

    private static void take(List<AclItem> items, Grantee grantee, Identifier grantor, Set<Privilege> privileges) {
        for (int i = 0; i < items.size(); i++) {
            AclItem item = items.get(i);
            if (item.grantee().equals(grantee) && item.grantor().equals(grantor)) {
                Set<Privilege> left = union(item.privileges(), Set.of());
                left.removeAll(privileges);
                Set<Privilege> grantable = union(item.grantable(), Set.of());
                grantable.removeAll(privileges);
                items.remove(i);
                if (!left.isEmpty()) {
                    items.add(i, new AclItem(grantee, left, grantable, grantor));
                }
                return;
            }
        }
    }

    private static Set<Privilege> union(Collection<Privilege> one, Collection<Privilege> other) {
        Set<Privilege> all = EnumSet.noneOf(Privilege.class);
        all.addAll(one);
        all.addAll(other);
        return all;
    }
}
