package io.github.schemasplit.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An access control list in its stored order. An object whose ACL is NULL, which means the defaults for its kind, has no
 * {@code Acl} at all; an empty one says that all privileges were revoked.
 *
 * @param items the items, in order
 */
public record Acl(List<AclItem> items) {
    public Acl {
        items = List.copyOf(items);
    }

    /** The grantees that hold at least one privilege, in order. */
    public Stream<Grantee> grantees() {
        Set<Grantee> grantees = new LinkedHashSet<>();
        for (AclItem item : items) {
            if (!item.privileges().isEmpty()) {
                grantees.add(item.grantee());
            }
        }
        return grantees.stream();
    }

    public Stream<Grantee> grantees(Privilege privilege) {
        Set<Grantee> grantees = new LinkedHashSet<>();
        for (AclItem item : items) {
            if (item.privileges().contains(privilege)) {
                grantees.add(item.grantee());
            }
        }
        return grantees.stream();
    }

    public boolean grants(Privilege privilege, Grantee grantee) {
        for (AclItem item : items) {
            if (item.privileges().contains(privilege) && item.grantee().equals(grantee)) {
                return true;
            }
        }
        return false;
    }

    // Of its own, as with Identifier: in a build, a record's are slow.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Acl acl && items.equals(acl.items));
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }
}
