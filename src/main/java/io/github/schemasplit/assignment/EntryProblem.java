package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.NamePattern;
import io.github.schemasplit.sql.Identifier;
import java.util.List;

/** Why an entry of a mapping does not do what it seems to say. */
public sealed interface EntryProblem {
    /** The entry. */
    Located<NamePattern> entry();

    /** The schema whose entry it is. */
    Identifier target();

    /**
     * No object of that name.
     *
     * @param nearest existing names that are much like it, best first
     */
    record NotFound(Located<NamePattern> entry, Identifier target, List<String> nearest) implements EntryProblem {}

    /** A glob that matches nothing. */
    record MatchesNothing(Located<NamePattern> entry, Identifier target) implements EntryProblem {}

    /**
     * Another entry has the object already.
     *
     * @param other that entry
     * @param otherTarget the schema whose entry that is
     */
    record NamedTwice(
            Located<NamePattern> entry,
            Identifier target,
            CatalogObject object,
            Located<NamePattern> other,
            Identifier otherTarget)
            implements EntryProblem {}

    /**
     * The object can not be moved by this entry.
     *
     * @param reason why not, as a sentence for people that says what to do instead
     */
    record CannotMove(Located<NamePattern> entry, Identifier target, CatalogObject object, String reason)
            implements EntryProblem {}
}
