package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.Optional;

/** A row of a catalog with what belongs to it. */
public sealed interface CatalogObject
        permits Constraint,
                DefaultAcl,
                EventTrigger,
                Extension,
                ForeignServer,
                Index,
                OtherObject,
                Policy,
                Publication,
                Role,
                Rule,
                Schema,
                SchemaObject,
                Trigger {
    ObjectId id();

    /** A name for people, such as {@code table public.orders} or {@code trigger t on orders}; not unique. */
    String describe();

    /**
     * All that a move must leave as it is, as text: every attribute but the schema it is in and the figures that VACUUM
     * and ANALYZE keep. References are OIDs and expressions are hashes of their stored trees, so moving what they refer to
     * does not change it. ACL items stand in their stored order.
     */
    String state();

    /** The schema that it is in, or whose new objects it is about; empty for what is in none. */
    default Optional<Identifier> inSchema() {
        return Optional.empty();
    }

    /** What it is a part of: it goes where that goes and is dropped with it. Empty for what stands for itself. */
    default Optional<ObjectId> partOf() {
        return Optional.empty();
    }
}
