package io.github.schemasplit.sqltext;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A name in a text that stands for an object of the database.
 *
 * @param kind what the name stands for, as far as the grammar tells
 * @param parts the name, as it is written, from schema to object
 * @param place where it stands
 */
public record Reference(ReferenceKind kind, List<NamePart> parts, Place place) {
    /** Where a name stands. */
    public enum Place {
        /** Where an object is used. */
        USE,
        /** Where a statement makes an object. */
        CREATION,
        /** In a string constant, in which a quote is written twice; an object is used. */
        CONSTANT
    }

    public Reference {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a reference has a name");
        }
    }

    /** Whether the statement makes the object instead of using one. */
    public boolean creates() {
        return place == Place.CREATION;
    }

    /** Where the name begins in the text, in UTF-16 units from 0. */
    public int start() {
        return parts.get(0).start();
    }

    /** Where the name ends, exclusive. */
    public int end() {
        return parts.get(parts.size() - 1).end();
    }

    @Override
    public String toString() {
        return kind + " "
                + parts.stream().map(p -> p.identifier().sql()).collect(Collectors.joining("."))
                + (place == Place.USE ? "" : " " + place);
    }
}
