package io.github.schemasplit.names;

import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.sqltext.NamePart;
import io.github.schemasplit.sqltext.Reference;
import java.util.List;

/**
 * A name in a text that stands for a relation that moves, and that is still written so after the move.
 *
 * @param relation what moves: of a row type its relation, of an index or constraint its table
 * @param reference the name
 * @param line its line in the text, from 1
 */
public record UnmendedName(Relation relation, Reference reference, int line) {
    /** Whether it has no schema, so that a search_path decides what it stands for. */
    public boolean isBare() {
        List<NamePart> name = NameResolver.objectName(reference);
        return name.size() == 1;
    }
}
