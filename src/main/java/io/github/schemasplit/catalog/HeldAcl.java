package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * What is granted on something, as a snapshot has it.
 *
 * @param holder what has the access control list, called as it is now
 * @param owner who owns that
 * @param state the list, or the one that stands for none, and those of columns
 */
public record HeldAcl(AclHolder holder, Identifier owner, AclState state) {
    /** Of what is known by its OID, or by its name where it has none; empty when it is not there. */
    public static Optional<HeldAcl> find(Snapshot snapshot, AclHolder holder) {
        if (holder instanceof AclHolder.OfSchema schema) {
            return snapshot.schema(schema.name())
                    .map(there -> new HeldAcl(
                            new AclHolder.OfSchema(there.oid(), there.name()),
                            there.owner(),
                            AclState.of(AclKind.SCHEMA.items(
                                    there.acl(),
                                    there.owner(),
                                    snapshot.server().major()))));
        }
        if (holder instanceof AclHolder.OfNewObjects made) {
            return snapshot.schema(made.schema())
                    .map(there -> new HeldAcl(made, made.role(), AclState.of(made.ordered(ofNew(snapshot, made)))));
        }
        AclHolder.OfObject object = (AclHolder.OfObject) holder;
        return snapshot.find(object.object()).flatMap(there -> of((SchemaObject) there, snapshot));
    }

    /** Of an object; empty for what has no access control list. */
    public static Optional<HeldAcl> of(SchemaObject object, Snapshot snapshot) {
        int major = snapshot.server().major();
        return kind(object, snapshot)
                .map(kind -> new HeldAcl(
                        new AclHolder.OfObject(kind, object.id(), object.name(), object.arguments()),
                        object.owner(),
                        new AclState(kind.items(acl(object), object.owner(), major), columns(object))));
    }

    private static List<AclState.OfColumn> columns(SchemaObject object) {
        return object instanceof Relation relation
                ? relation.columns().stream()
                        .filter(column -> column.acl().isPresent())
                        .map(column -> new AclState.OfColumn(
                                column.number(),
                                column.name(),
                                column.acl().get().items()))
                        .toList()
                : List.of();
    }

    private static List<AclItem> ofNew(Snapshot snapshot, AclHolder.OfNewObjects made) {
        return snapshot.all(DefaultAcl.class).stream()
                .filter(made::isOf)
                .findFirst()
                .map(defaults -> defaults.acl().items())
                .orElse(List.of());
    }

    /** The kind of an object, if it has privileges of its own: the types that come with others have theirs. */
    private static Optional<AclKind> kind(SchemaObject object, Snapshot snapshot) {
        if (object instanceof Relation relation) {
            return switch (relation.kind()) {
                case SEQUENCE -> Optional.of(AclKind.SEQUENCE);
                case COMPOSITE_TYPE -> Optional.empty();
                default -> Optional.of(AclKind.TABLE);
            };
        }
        if (object instanceof Type type) {
            boolean ofTable = snapshot.relation(type.relation())
                    .filter(relation -> relation.kind() != RelationKind.COMPOSITE_TYPE)
                    .isPresent();
            return ofTable || type.arrayOf() != 0 || type.kind() == 'm' ? Optional.empty() : Optional.of(AclKind.TYPE);
        }
        return object instanceof Routine ? Optional.of(AclKind.ROUTINE) : Optional.empty();
    }

    private static Optional<Acl> acl(SchemaObject object) {
        if (object instanceof Relation relation) {
            return relation.acl();
        }
        return object instanceof Routine routine ? routine.acl() : ((Type) object).acl();
    }
}
