package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.Optional;

/**
 * What became of an object between two moments.
 *
 * @param kind what became of it
 * @param state the object as it was last seen: before, when it is gone, else after
 * @param schema the schema that it, or what it is a part of, was in then; empty for what is in none
 * @param formerSchema the schema it was in before; empty for what is in none or was not there
 */
public record StateChange(
        Kind kind, ObjectState state, Optional<Identifier> schema, Optional<Identifier> formerSchema) {
    /** What can become of an object. */
    public enum Kind {
        GONE,
        MOVED,
        /** Its definition, owner, privileges, comment or security label. */
        CHANGED,
        MADE
    }

    /** One clause that names the object and what became of it, such as {@code table public.orders is gone}. */
    public String describe() {
        return switch (kind) {
            case GONE -> state.description() + " is gone";
            case MOVED ->
                state.description() + " is no longer in "
                        + formerSchema.map(s -> "schema " + s.sql()).orElse("no schema");
            case CHANGED -> state.description() + " is changed";
            case MADE -> state.description() + " is new";
        };
    }
}
