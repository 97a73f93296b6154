package io.github.schemasplit.sqltext;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A name in a text that stands for an object of the database.
 *
 * @param kind what the name stands for, as far as the grammar tells
 * @param parts the name, as it is written, from schema to object
 * @param place where it stands
 * @param quoting what is done to a text that is to stand there, first to last; nothing but in string constants
 * @param use what is done with it, if it is a relation
 */
public record Reference(ReferenceKind kind, List<NamePart> parts, Place place, List<Quoting> quoting, RelationUse use) {
    /** Where a name stands. */
    public enum Place {
        /** Where an object is used. */
        USE,
        /** Where a statement makes an object. */
        CREATION,
        /** In a string constant that the server takes for a name; an object is used. */
        CONSTANT,
        /** In a statement that is put together as a routine runs, so that what is around it or in it may make it another name. */
        ASSEMBLED
    }

    public Reference {
        parts = List.copyOf(parts);
        quoting = List.copyOf(quoting);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a reference has a name");
        }
    }

    /** A reference that stands in no string constant. */
    Reference(ReferenceKind kind, List<NamePart> parts, Place place) {
        this(kind, parts, place, List.of(), RelationUse.PLAIN);
    }

    /** The same reference, of which is known what is done with it. */
    Reference with(RelationUse known) {
        return new Reference(kind, parts, place, quoting, known);
    }

    /** What is to be written where the name stands so that the server reads {@code sql}; empty when that cannot be. */
    public Optional<String> written(String sql) {
        Optional<String> text = Optional.of(sql);
        for (Quoting layer : quoting) {
            if (text.isPresent()) {
                text = layer.write(text.get());
            }
        }
        return text;
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
