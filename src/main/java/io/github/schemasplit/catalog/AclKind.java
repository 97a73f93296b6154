package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the objects are that have access control lists, with the privileges that there are on them.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-priv.html">Privileges</a>
 */
public enum AclKind {
    SCHEMA("schema", 'n', "SCHEMA", Set.of(Privilege.USAGE, Privilege.CREATE)),
    /** A table of any kind, or a view. */
    TABLE(
            "table",
            'r',
            "TABLE",
            EnumSet.of(
                    Privilege.INSERT,
                    Privilege.SELECT,
                    Privilege.UPDATE,
                    Privilege.DELETE,
                    Privilege.TRUNCATE,
                    Privilege.REFERENCES,
                    Privilege.TRIGGER,
                    Privilege.MAINTAIN)),
    SEQUENCE("sequence", 'S', "SEQUENCE", EnumSet.of(Privilege.SELECT, Privilege.UPDATE, Privilege.USAGE)),
    /** A function, an aggregate or a procedure. */
    ROUTINE("routine", 'f', "ROUTINE", EnumSet.of(Privilege.EXECUTE)),
    TYPE("type", 'T', "TYPE", EnumSet.of(Privilege.USAGE));

    /** From here on there is {@link Privilege#MAINTAIN}. */
    private static final int MAINTAINING_MAJOR = 17;

    private final String noun;
    private final char objectType;
    private final String keyword;
    private final Set<Privilege> privileges;

    AclKind(String noun, char objectType, String keyword, Set<Privilege> privileges) {
        this.noun = noun;
        this.objectType = objectType;
        this.keyword = keyword;
        this.privileges = Set.copyOf(privileges);
    }

    /** {@code defaclobjtype}; the server's {@code acldefault} has the same letters, but for that of a sequence, which is small there. */
    public char objectType() {
        return objectType;
    }

    /** What one of them is called. */
    public String noun() {
        return noun;
    }

    /** What several of them are called. */
    public String plural() {
        return noun + "s";
    }

    /** The word of GRANT and REVOKE for one of them. */
    public String keyword() {
        return keyword;
    }

    /** All privileges that a server of that major version has on them, in the order in which it prints them. */
    public List<Privilege> privileges(int major) {
        List<Privilege> all = new ArrayList<>(EnumSet.copyOf(privileges));
        if (major < MAINTAINING_MAJOR) {
            all.remove(Privilege.MAINTAIN);
        }
        return all;
    }

    /** The list that stands for none on one whose owner is {@code owner}: what the server starts from when something is granted on it. */
    public List<AclItem> byDefault(Identifier owner, int major) {
        List<AclItem> items = new ArrayList<>();
        if (this == ROUTINE || this == TYPE) {
            items.add(new AclItem(Grantee.PUBLIC, privileges, Set.of(), owner));
        }
        items.add(new AclItem(Grantee.of(owner), Set.copyOf(privileges(major)), Set.of(), owner));
        return items;
    }

    /** The list of one, or the one that stands for none. */
    public List<AclItem> items(Optional<Acl> acl, Identifier owner, int major) {
        return acl.map(Acl::items).orElseGet(() -> byDefault(owner, major));
    }
}
