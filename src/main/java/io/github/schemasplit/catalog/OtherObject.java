package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.Optional;

/**
 * An object of a kind that the rest of the snapshot says nothing of, such as an operator, a cast or an event trigger: kept so
 * that what happens to it is seen.
 *
 * @param id its identity
 * @param name its name for people, with what else it takes to tell it from others
 * @param schema the schema it is in; empty for what is in none
 * @param attributes everything that its row holds but for the schema, and the rows that are parts of it, as one text
 */
public record OtherObject(ObjectId id, String name, Optional<Identifier> schema, String attributes)
        implements CatalogObject {
    @Override
    public String describe() {
        return id.catalog().noun() + " " + (schema.isPresent() ? schema.get() + "." : "") + name;
    }

    @Override
    public String state() {
        return attributes;
    }

    @Override
    public Optional<Identifier> inSchema() {
        return schema;
    }
}
