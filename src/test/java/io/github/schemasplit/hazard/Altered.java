package io.github.schemasplit.hazard;

import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Role;
import java.util.List;

/** Objects of a snapshot by hand, as ALTER makes others of them. */
final class Altered {
    private Altered() {}

    /** The relation with row security. */
    static Relation rowSecurity(Relation relation) {
        return new Relation(
                relation.oid(),
                relation.name(),
                relation.kind(),
                relation.owner(),
                relation.acl(),
                relation.temporary(),
                relation.unlogged(),
                relation.partition(),
                true,
                relation.rowSecurityForced(),
                relation.securityInvoker(),
                relation.parents(),
                relation.foreignOptions(),
                relation.columns(),
                relation.attributes(),
                relation.rowEstimate(),
                relation.bytes());
    }

    /** The role with settings, as {@code name=value}. */
    static Role settings(Role role, String... settings) {
        return new Role(
                role.oid(),
                role.name(),
                role.superuser(),
                role.canLogin(),
                role.bypassesRowSecurity(),
                role.memberOf(),
                List.of(settings),
                List.of(),
                role.settable());
    }
}
