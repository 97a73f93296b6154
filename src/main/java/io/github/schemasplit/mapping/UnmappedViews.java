package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;

/** What to do with views and materialized views that no entry of the mapping names. */
public sealed interface UnmappedViews {
    /** A view moves when everything that it reads goes to one target schema, else it stays. */
    record Follow() implements UnmappedViews {}

    /** They stay where they are. */
    record Stay() implements UnmappedViews {}

    /**
     * Those of the source schema move, all to one schema.
     *
     * @param schema the target schema, one that the mapping has
     */
    record MoveTo(Identifier schema) implements UnmappedViews {}
}
