package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.SqlPart;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a privilege: a role, or everybody.
 *
 * @param role the role; empty for PUBLIC
 */
public record Grantee(Optional<Identifier> role) implements Comparable<Grantee>, SqlPart {
    public static final Grantee PUBLIC = new Grantee(Optional.empty());

    public static Grantee of(Identifier role) {
        return new Grantee(Optional.of(role));
    }

    public boolean isPublic() {
        return role.isEmpty();
    }

    @Override
    public String sql() {
        return role.isPresent() ? role.get().sql() : "PUBLIC";
    }

    // Of its own, as with Identifier: in a build, a record's are slow.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Grantee grantee && role.equals(grantee.role));
    }

    @Override
    public int hashCode() {
        return role.hashCode();
    }

    @Override
    public int compareTo(Grantee other) {
        return name().compareTo(other.name());
    }

    /** The role's name; that of PUBLIC is empty, which comes first. */
    private String name() {
        return role.isPresent() ? role.get().value() : "";
    }

    @Override
    public String toString() {
        return sql();
    }
}
