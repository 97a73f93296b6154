package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.Comparator;
import java.util.List;

/** What has an access control list of its own. */
public sealed interface AclHolder {
    /** What it is, such as {@code table shop.orders}. */
    String describe();

    /** Whether its list is a part of an object. */
    boolean isOf(CatalogObject object);

    /** The same in another schema; a schema is in none. */
    AclHolder in(Identifier schema);

    /** A list of it as it is compared; the order in which it stands is kept by most. */
    default List<AclItem> ordered(List<AclItem> items) {
        return items;
    }

    /** Which words commands about privileges have for it, and which privileges there are on it. */
    AclKind kind();

    /**
     * A schema.
     *
     * @param oid its OID; 0 where it is still to be made
     * @param name its name
     */
    record OfSchema(long oid, Identifier name) implements AclHolder {
        @Override
        public String describe() {
            return "schema " + name;
        }

        @Override
        public boolean isOf(CatalogObject object) {
            return object instanceof Schema schema && schema.name().equals(name);
        }

        @Override
        public AclKind kind() {
            return AclKind.SCHEMA;
        }

        @Override
        public AclHolder in(Identifier schema) {
            return this;
        }
    }

    /**
     * A relation, routine or type.
     *
     * @param kind which
     * @param object its identity; with OID 0 where it is still to be made
     * @param name its name
     * @param arguments of a routine its arguments, as {@link SchemaObject#arguments}
     */
    record OfObject(AclKind kind, ObjectId object, QualifiedName name, String arguments) implements AclHolder {
        @Override
        public String describe() {
            return kind.noun() + " " + name + (kind == AclKind.ROUTINE ? "(" + arguments + ")" : "");
        }

        @Override
        public boolean isOf(CatalogObject other) {
            return other.id().equals(object)
                    || other instanceof Relation relation && relation.name().equals(name);
        }

        @Override
        public OfObject in(Identifier schema) {
            return new OfObject(kind, object, name.in(schema), arguments);
        }
    }

    /**
     * What a role will make in a schema.
     *
     * @param role whose new objects
     * @param schema in which schema
     * @param kind which objects
     */
    record OfNewObjects(Identifier role, Identifier schema, AclKind kind) implements AclHolder {
        @Override
        public String describe() {
            return "new " + kind.plural() + " of role " + role + " in schema " + schema;
        }

        @Override
        public boolean isOf(CatalogObject object) {
            return object instanceof DefaultAcl other
                    && other.role().equals(role)
                    && other.schema().filter(schema::equals).isPresent()
                    && other.objectType() == kind.objectType();
        }

        @Override
        public OfNewObjects in(Identifier other) {
            return new OfNewObjects(role, other, kind);
        }

        /** The server puts these in an order of its own. */
        @Override
        public List<AclItem> ordered(List<AclItem> items) {
            return items.stream()
                    .sorted(Comparator.comparing(AclItem::grantee).thenComparing(AclItem::grantor))
                    .toList();
        }
    }
}
