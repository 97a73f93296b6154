package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sqltext.NamePart;
import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.ReferenceKind;
import java.util.List;
import java.util.Optional;

/**
 * A name in SQL that stands for what moves.
 *
 * @param reference the name
 * @param moved what it stands for
 * @param schema the schema that is written before it, if one is
 * @param doubt why that is not certain, if it is not
 */
record SqlName(Reference reference, Moved moved, Optional<NamePart> schema, Optional<String> doubt) {
    /** What a name stands for; empty when that does not move. */
    static Optional<SqlName> of(Reference reference, MovedNames names) {
        List<NamePart> parts = reference.kind() == ReferenceKind.COLUMN
                ? reference.parts().subList(0, reference.parts().size() - 1)
                : reference.parts();
        if (parts.isEmpty() || parts.stream().anyMatch(NamePart::isOpen)) {
            return Optional.empty();
        }
        String name = parts.get(parts.size() - 1).identifier().value();
        Optional<NamePart> schema = parts.size() < 2 ? Optional.empty() : Optional.of(parts.get(parts.size() - 2));
        if (schema.isPresent() && !schema.get().identifier().equals(names.source())) {
            return Optional.empty();
        }
        Optional<Identifier> target = switch (reference.kind()) {
            case RELATION, COLUMN -> names.relation(name);
            case TYPE -> names.type(name);
            case ROUTINE -> names.routine(name);
            default -> Optional.empty();
        };
        Optional<String> doubt = doubt(reference);
        if (target.isEmpty() && reference.kind() == ReferenceKind.RELATION) {
            target = names.ownedSequence(name);
            doubt = Optional.of(
                    "a sequence goes along where a column of a moved table owns it, which only the database tells");
        }
        Optional<String> why = doubt;
        return target.map(t -> new SqlName(reference, new Moved(name, t), schema, why));
    }

    private static Optional<String> doubt(Reference reference) {
        return switch (reference.place()) {
            case CREATION -> Optional.of("it is made here: say whether it is to be made in the other schema");
            case ASSEMBLED -> Optional.of("the statement is put together as it runs");
            default -> Optional.empty();
        };
    }

    /** Where the text begins that is to be another. */
    int start() {
        return schema.isPresent() ? schema.get().start() : reference.start();
    }

    /** Where it ends; at its beginning where something is only put in. */
    int end() {
        return schema.isPresent() ? schema.get().end() : reference.start();
    }

    /** What is to be written there; empty when that cannot be. */
    Optional<String> written() {
        return reference.written(moved.target().sql() + (schema.isPresent() ? "" : "."));
    }

    /** What it is called afterwards. */
    String shown() {
        return moved.target().sql() + "." + Identifier.of(moved.name()).sql();
    }
}
