package io.github.schemasplit.testing;

import io.github.schemasplit.catalog.Acl;
import io.github.schemasplit.catalog.AclItem;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.sql.Identifier;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;

/** ACLs that are written {@code role=privileges}, such as {@code anon=U}; without a role for PUBLIC. */
final class AclTexts {
    private AclTexts() {}

    /** The ACL of these items, all granted by one role; empty without items. */
    static Optional<Acl> parse(Identifier grantor, String... items) {
        return items.length == 0
                ? Optional.empty()
                : Optional.of(new Acl(
                        Arrays.stream(items).map(text -> item(grantor, text)).toList()));
    }

    private static AclItem item(Identifier grantor, String text) {
        int equals = text.lastIndexOf('=');
        String role = text.substring(0, equals);
        EnumSet<Privilege> privileges = EnumSet.noneOf(Privilege.class);
        text.substring(equals + 1)
                .chars()
                .forEach(c -> privileges.add(Privilege.ofLetter((char) c).orElseThrow()));
        Grantee grantee = role.isEmpty() ? Grantee.PUBLIC : Grantee.of(Identifier.of(role));
        return new AclItem(grantee, privileges, EnumSet.noneOf(Privilege.class), grantor);
    }
}
