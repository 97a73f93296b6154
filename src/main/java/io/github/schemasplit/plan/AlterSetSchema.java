package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.LockMode;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.Statement;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code ALTER … SET SCHEMA}: moves an object to another schema.
 *
 * @param kind what kind of object
 * @param object its identity
 * @param name its name before the move
 * @param arguments the identity arguments of a routine or an operator, as the server prints them; the access method of an operator
 *     class or family; empty for everything else
 * @param target the schema it moves to
 * @param reason why
 */
public record AlterSetSchema(
        Movable kind, ObjectId object, QualifiedName name, String arguments, Identifier target, String reason)
        implements Operation {
    /** The move of an object of a snapshot. */
    static AlterSetSchema of(SchemaObject object, Identifier target, String reason) {
        return new AlterSetSchema(Movable.of(object), object.id(), object.name(), object.arguments(), target, reason);
    }

    @Override
    public Statement statement() {
        return Statement.of("ALTER %s %s SET SCHEMA %s", kind, kind.signature(name, arguments), target);
    }

    @Override
    public AlterSetSchema inverse() {
        return new AlterSetSchema(kind, object, name.in(target), arguments, name.schema(), reason);
    }

    /** The same move of another object. */
    AlterSetSchema of(ObjectId other) {
        return new AlterSetSchema(kind, other, name, arguments, target, reason);
    }

    /** Whether a table moves; a partition is one, too. */
    public boolean isOfTable() {
        return kind == Movable.TABLE || kind == Movable.FOREIGN_TABLE;
    }

    /** The name that the object has at another moment; empty when it is not there then. */
    public Optional<QualifiedName> nameIn(Snapshot snapshot) {
        return snapshot.find(object).map(found -> ((SchemaObject) found).name());
    }

    @Override
    public LockMode lockMode() {
        return kind.isRelation() ? LockMode.ACCESS_EXCLUSIVE : LockMode.NONE;
    }

    @Override
    public Optional<QualifiedName> lockedRelation() {
        return kind.isRelation() ? Optional.of(name) : Optional.empty();
    }

    @Override
    public boolean changes(CatalogObject object) {
        return false;
    }

    @Override
    public String subject() {
        return kind.sql().toLowerCase(Locale.ROOT) + " " + name.sql();
    }
}
