package io.github.schemasplit.sql;

import org.jspecify.annotations.Nullable;

/**
 * A name with its schema, such as {@code public.orders}.
 *
 * @param schema the schema
 * @param name the object's name in it
 */
public record QualifiedName(Identifier schema, Identifier name) implements Comparable<QualifiedName>, SqlPart {
    public static QualifiedName of(String schema, String name) {
        return new QualifiedName(Identifier.of(schema), Identifier.of(name));
    }

    /** The same name in another schema. */
    public QualifiedName in(Identifier otherSchema) {
        return new QualifiedName(otherSchema, name);
    }

    @Override
    public String sql() {
        return schema.sql() + "." + name.sql();
    }

    // Written out for the same reason as those of Identifier.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof QualifiedName that && name.equals(that.name) && schema.equals(that.schema));
    }

    @Override
    public int hashCode() {
        return 31 * schema.hashCode() + name.hashCode();
    }

    @Override
    public int compareTo(QualifiedName other) {
        int bySchema = schema.compareTo(other.schema);
        return bySchema != 0 ? bySchema : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return sql();
    }
}
