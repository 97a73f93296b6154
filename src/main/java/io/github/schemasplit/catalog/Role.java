package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.List;

/**
 * A role.
 *
 * @param oid its OID
 * @param name its name
 * @param superuser whether it bypasses all checks
 * @param canLogin whether it may log in
 * @param bypassesRowSecurity whether row security does not apply to it
 * @param memberOf the roles it is a direct member of, by name
 * @param settings what ALTER ROLE … SET holds, as {@code name=value}, those for this database alone after the others
 * @param settingsHere those of the settings that are for this database alone
 * @param settable whether the role whose rights apply may change these settings
 */
public record Role(
        long oid,
        Identifier name,
        boolean superuser,
        boolean canLogin,
        boolean bypassesRowSecurity,
        List<Membership> memberOf,
        List<String> settings,
        List<String> settingsHere,
        boolean settable)
        implements CatalogObject {
    public Role {
        memberOf = List.copyOf(memberOf);
        settings = List.copyOf(settings);
        settingsHere = List.copyOf(settingsHere);
    }

    /** Those of the settings that are for every database that has no other. */
    public List<String> settingsEverywhere() {
        return settings.subList(0, settings.size() - settingsHere.size());
    }

    /**
     * @param role the role that it is a member of
     * @param inherits whether the member has the role's privileges without SET ROLE
     */
    public record Membership(Identifier role, boolean inherits) {}

    @Override
    public ObjectId id() {
        return new ObjectId(Catalog.PG_AUTHID, oid);
    }

    @Override
    public String describe() {
        return "role " + name;
    }

    @Override
    public String state() {
        return new StateText()
                .add(name)
                .add(superuser)
                .add(canLogin)
                .add(bypassesRowSecurity)
                .addAll(memberOf.stream()
                        .map(m -> m.role().value() + (m.inherits() ? "+" : "-"))
                        .toList())
                .addAll(settings)
                .toString();
    }
}
