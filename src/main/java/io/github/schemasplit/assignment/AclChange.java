package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.AclHolder;
import io.github.schemasplit.catalog.AclItem;
import io.github.schemasplit.catalog.AclState;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is granted on something, and what is to be.
 *
 * @param holder what has the access control list
 * @param owner who owns that
 * @param from what is granted now
 * @param to what is to be granted
 */
public record AclChange(AclHolder holder, Identifier owner, AclState from, AclState to) {
    /** Whether there is nothing to be done. */
    public boolean isNone() {
        return from.equals(to);
    }

    /**
     * Whether a role may make it, and take it back: GRANT and REVOKE are done with the rights of the owner, and what others have granted
     * on can only be granted again as they.
     */
    public boolean mayBeMadeBy(Identifier role, RoleMembership roles) {
        return roles.inherits(role, owner) && grantors().allMatch(grantor -> roles.isMemberOf(role, grantor));
    }

    /** The roles other than the owner whose grants it takes away. */
    private Stream<Identifier> grantors() {
        return takesSome() ? items(from).map(AclItem::grantor).filter(grantor -> !grantor.equals(owner)) : Stream.of();
    }

    private boolean takesSome() {
        return takesSome(from.items(), to.items())
                || from.columns().stream().anyMatch(column -> takesSome(column.items(), to.column(column.number())));
    }

    private static Stream<AclItem> items(AclState state) {
        return Stream.concat(
                state.items().stream(), state.columns().stream().flatMap(column -> column.items().stream()));
    }

    private static boolean takesSome(List<AclItem> from, List<AclItem> to) {
        return from.stream()
                .anyMatch(item -> to.stream()
                        .noneMatch(then -> then.grantee().equals(item.grantee())
                                && then.grantor().equals(item.grantor())
                                && then.privileges().containsAll(item.privileges())
                                && then.grantable().containsAll(item.grantable())));
    }
}
