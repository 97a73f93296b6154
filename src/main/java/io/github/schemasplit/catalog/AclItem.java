package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One item of an ACL.
 *
 * @param grantee who holds the privileges
 * @param privileges what it holds
 * @param grantable what of it the grantee may grant on
 * @param grantor who granted it
 */
public record AclItem(Grantee grantee, Set<Privilege> privileges, Set<Privilege> grantable, Identifier grantor) {
    public AclItem {
        privileges = ordered(privileges);
        grantable = ordered(grantable);
    }

    // Of its own, as with Identifier: in a build, a record's are slow.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof AclItem item
                        && grantee.equals(item.grantee)
                        && privileges.equals(item.privileges)
                        && grantable.equals(item.grantable)
                        && grantor.equals(item.grantor));
    }

    @Override
    public int hashCode() {
        return 31 * grantee.hashCode() + grantor.hashCode();
    }

    private static Set<Privilege> ordered(Collection<Privilege> privileges) {
        return privileges.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(privileges));
    }

    /** The item as the server prints it, such as {@code anon=r*w/postgres}. */
    @Override
    public String toString() {
        StringBuilder item = new StringBuilder(grantee.isPublic() ? "" : grantee.sql()).append('=');
        for (Privilege privilege : privileges) {
            item.append(privilege.letter()).append(grantable.contains(privilege) ? "*" : "");
        }
        return item.append('/').append(grantor.sql()).toString();
    }
}
