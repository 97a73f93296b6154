package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * A row-security policy. Its expressions are not here but in the attributes, as hashes of their trees: the server prints them only with
 * locks on the tables that they read, and reading the catalog waits for nobody.
 *
 * @param oid its OID
 * @param name its name
 * @param relation the OID of the relation it is on
 * @param command the command it is for
 * @param permissive whether it is permissive; restrictive otherwise
 * @param roles the OIDs of the roles it applies to, in their order; that of PUBLIC is 0
 * @param columns the numbers of the columns of that relation that its USING names, ascending
 * @param attributes everything else that its row holds, as one text
 */
public record Policy(
        long oid,
        Identifier name,
        long relation,
        PolicyCommand command,
        boolean permissive,
        List<Long> roles,
        List<Integer> columns,
        String attributes)
        implements CatalogObject {
    public Policy {
        roles = List.copyOf(roles);
        columns = List.copyOf(columns);
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
                .add(command.letter())
                .add(permissive)
                .addAll(roles)
                .add(attributes)
                .toString();
    }
}
