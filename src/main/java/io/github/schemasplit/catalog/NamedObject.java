package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;

/**
 * An object of a kind of which only name, place and owner matter to a plan: an operator, an operator class or family, a
 * collation, a conversion or a text search object.
 *
 * @param id its identity
 * @param name its name; of an operator as well, which is never quoted
 * @param arguments of an operator the types of its sides, such as {@code integer, integer}, with every type qualified and NONE for a
 *     side that it has not; of an operator class or family its access method; else empty
 * @param owner its owner; of a text search parser or template, which have none, the bootstrap superuser
 * @param attributes everything that its row holds but for the schema, and the rows that are parts of it, as one text
 */
public record NamedObject(ObjectId id, QualifiedName name, String arguments, Identifier owner, String attributes)
        implements SchemaObject {
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String describe() {
        String text = id.catalog().noun() + " ";
        return switch (id.catalog()) {
            case PG_OPERATOR -> text + name.schema() + "." + name.name().value() + "(" + arguments + ")";
            case PG_OPCLASS, PG_OPFAMILY -> text + name + " using " + arguments;
            default -> text + name;
        };
    }

    @Override
    public String state() {
        return attributes;
    }
}
