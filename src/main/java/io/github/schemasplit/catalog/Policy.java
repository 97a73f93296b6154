package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A row-security policy.
 *
 * @param oid its OID
 * @param name its name
 * @param relation the OID of the relation it is on
 * @param roles the roles that it applies to; none when it applies to everybody
 * @param columns the numbers of the columns of that relation that its USING names, ascending
 * @param command {@code polcmd}: r SELECT, a INSERT, w UPDATE, d DELETE, * all of them
 * @param attributes everything else that its row holds, as one text
 */
public record Policy(
        long oid,
        Identifier name,
        long relation,
        List<Identifier> roles,
        List<Integer> columns,
        char command,
        String attributes)
        implements CatalogObject {
    public Policy {
        roles = List.copyOf(roles);
        columns = List.copyOf(columns);
    }

    /** The privileges that the statements need which it is for. */
    public Set<Privilege> privileges() {
        return switch (command) {
            case 'r' -> EnumSet.of(Privilege.SELECT);
            case 'a' -> EnumSet.of(Privilege.INSERT);
            case 'w' -> EnumSet.of(Privilege.UPDATE);
            case 'd' -> EnumSet.of(Privilege.DELETE);
            default -> EnumSet.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);
        };
    }

    @Override
    public ObjectId id() {
        return new ObjectId(Catalog.PG_POLICY, oid);
    }

    @Override
    public String describe() {
        return "policy " + name;
    }

    @Override
    public Optional<ObjectId> partOf() {
        return Optional.of(ObjectId.relation(relation));
    }

    @Override
    public String state() {
        return new StateText()
                .add(name)
                .add(relation)
                .add(command)
                .add(attributes)
                .toString();
    }
}
