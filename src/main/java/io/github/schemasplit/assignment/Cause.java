package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.NamePattern;

/** Why an object belongs to its target schema. */
public sealed interface Cause {

    /** The mapping names it, or a glob of the mapping matches it. */
    record Entry(Located<NamePattern> entry) implements Cause {}

    /** The mapping sends there whatever no entry names. */
    record UnmappedDefault() implements Cause {}

    /** It is a partition or an inheritance child, at some level, of a table that goes there. */
    record ChildOf(ObjectId root) implements Cause {}

    /** It is a statistics object of a table that goes there. */
    record StatisticsOf(ObjectId table) implements Cause {}

    /** It is a free-standing sequence that only the default of a table uses that goes there. */
    record SequenceOfDefault(ObjectId table) implements Cause {}

    /** It is a view, and everything that it reads goes there. */
    record ReadsOnly() implements Cause {}
}
