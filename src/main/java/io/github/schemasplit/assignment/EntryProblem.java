package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.mapping.EntryKind;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.NamePattern;
import io.github.schemasplit.sql.Identifier;
import java.util.List;

/** Why an entry of a mapping does not do what it seems to say. */
public sealed interface EntryProblem {
    /** In which list the entry is. */
    EntryKind kind();

    /** The entry. */
    Located<NamePattern> entry();

    /** The schema whose entry it is. */
    Identifier target();

    /**
     * No object of that name.
     *
     * @param nearest existing names that are much like it, best first
     */
    record NotFound(EntryKind kind, Located<NamePattern> entry, Identifier target, List<String> nearest)
            implements EntryProblem {
        public NotFound {
            nearest = List.copyOf(nearest);
        }
    }

    /** A glob that matches nothing that could move by it. */
    record MatchesNothing(EntryKind kind, Located<NamePattern> entry, Identifier target) implements EntryProblem {}

    /**
     * Another entry has the object already.
     *
     * @param object the object, the first by name if there are several
     * @param other that entry
     * @param otherTarget the schema whose entry that is
     */
    record NamedTwice(
            EntryKind kind,
            Located<NamePattern> entry,
            Identifier target,
            CatalogObject object,
            Located<NamePattern> other,
            Identifier otherTarget)
            implements EntryProblem {}

    /**
     * The object can not be moved by this entry.
     *
     * @param reason why not, as a clause for people that says what to do instead
     */
    record CannotMove(
            EntryKind kind, Located<NamePattern> entry, Identifier target, CatalogObject object, String reason)
            implements EntryProblem {}
}
