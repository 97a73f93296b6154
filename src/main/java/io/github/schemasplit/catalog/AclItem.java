package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

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

    private static Set<Privilege> ordered(Collection<Privilege> privileges) {
        return privileges.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(privileges));
    }

    /** The item as the server prints it, such as {@code anon=r*w/postgres}. */
    @Override
    public String toString() {
        String letters = privileges.stream()
                .map(p -> p.letter() + (grantable.contains(p) ? "*" : ""))
                .collect(Collectors.joining());
        return grantee.role().map(Identifier::sql).orElse("") + "=" + letters + "/" + grantor.sql();
    }
}
