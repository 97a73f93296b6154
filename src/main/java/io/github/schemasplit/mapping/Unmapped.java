package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;

/** What to do with tables that no entry of the mapping names. */
public sealed interface Unmapped {
    /** They are an error. */
    record Fail() implements Unmapped {}

    /** They stay where they are, and are said. */
    record Keep() implements Unmapped {}

    /**
     * They move too.
     *
     * @param schema the target schema, one that the mapping has
     */
    record MoveTo(Identifier schema) implements Unmapped {}
}
