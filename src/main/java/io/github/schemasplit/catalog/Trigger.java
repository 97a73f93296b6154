package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * A trigger that a user made; those that carry out constraints are not among them.
 *
 * @param oid its OID
 * @param name its name
 * @param relation the OID of the relation it is on
 * @param routine the OID of the routine it calls
 * @param arguments what it gives that routine
 * @param definition the statement that makes it, if it has arguments and CREATE OR REPLACE could give it others and nothing else
 * @param attributes everything that its row holds besides name and relation, as one text
 */
public record Trigger(
        long oid,
        Identifier name,
        long relation,
        long routine,
        List<String> arguments,
        Optional<String> definition,
        String attributes)
        implements CatalogObject {
    public Trigger {
        arguments = List.copyOf(arguments);
    }

    @Override
    public ObjectId id() {
        return new ObjectId(Catalog.PG_TRIGGER, oid);
    }

    @Override
    public String describe() {
        return "trigger " + name;
    }

    @Override
    public Optional<ObjectId> partOf() {
        return Optional.of(ObjectId.relation(relation));
    }

    @Override
    public String state() {
        return new StateText().add(name).add(relation).add(attributes).toString();
    }
}
