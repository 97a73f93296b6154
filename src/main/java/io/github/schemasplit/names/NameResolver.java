package io.github.schemasplit.names;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sqltext.NamePart;
import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.ReferenceKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what references stand for, as the server would look them up before anything moves. */
final class NameResolver {
    private static final Meaning UNMOVED = new Meaning.Unmoved();

    private final Assignment assignment;
    private final NameIndex index;
    /** The schemas that something leaves. */
    private final Set<Identifier> left = new LinkedHashSet<>();

    NameResolver(Assignment assignment) {
        this.assignment = assignment;
        this.index = new NameIndex(assignment.snapshot());
        for (Placement move : assignment.moves()) {
            left.add(move.current().schema());
        }
    }

    /** What {@code reference} stands for where names without a schema are looked for in one of these lists of schemas. */
    Meaning meaning(Reference reference, Set<List<Identifier>> paths) {
        List<NamePart> name = objectName(reference);
        Identifier last = name.get(name.size() - 1).identifier();
        if (name.size() > 1) {
            return isOfOtherDatabase(name)
                    ? UNMOVED
                    : meaning(index.bearers(
                            reference.kind(),
                            new QualifiedName(name.get(name.size() - 2).identifier(), last)));
        }
        List<Meaning> meanings = new ArrayList<>();
        for (List<Identifier> path : paths) {
            List<SchemaObject> bearers = bearers(reference.kind(), last, path);
            if (!bearers.isEmpty()) {
                Meaning meaning = besideTheServers(reference.kind(), last, meaning(bearers));
                if (!meanings.contains(meaning)) {
                    meanings.add(meaning);
                }
            }
        }
        return meanings.isEmpty() ? UNMOVED : meanings.size() == 1 ? meanings.get(0) : differing(meanings);
    }

    /** What a name without a schema that none of these lists finds would stand for in the source schema. */
    Meaning beyond(Reference reference, Set<List<Identifier>> paths) {
        for (List<Identifier> path : paths) {
            if (!bearers(reference, path).isEmpty()) {
                return UNMOVED;
            }
        }
        Identifier source = assignment.mapping().source().value();
        return meaning(reference, Set.of(List.of(SearchPaths.SYSTEM, source)));
    }

    /** Which routine is called hangs on the arguments, where the server has one of that name too. */
    private Meaning besideTheServers(ReferenceKind kind, Identifier name, Meaning meaning) {
        if (!(meaning instanceof Meaning.Moved moved)) {
            return meaning;
        }
        return switch (kind) {
            case ROUTINE ->
                assignment.snapshot().server().systemRoutines().contains(name)
                        ? new Meaning.Unclear(moved.objects(), "the server has a routine of that name too")
                        : meaning;
            case OPERATOR, COLLATION, CONFIGURATION, DICTIONARY ->
                new Meaning.Unclear(moved.objects(), "the server may have one of that name too");
            case RELATION, TYPE, COLUMN, CONSTRAINT -> meaning;
        };
    }

    /** The name of the object: of a column, that of its relation. */
    static List<NamePart> objectName(Reference reference) {
        List<NamePart> parts = reference.parts();
        return reference.kind() == ReferenceKind.COLUMN ? parts.subList(0, parts.size() - 1) : parts;
    }

    private boolean isOfOtherDatabase(List<NamePart> name) {
        return name.size() > 2
                && !name.get(name.size() - 3)
                        .identifier()
                        .equals(assignment.snapshot().server().database());
    }

    /** What a reference stands for in sessions that look in these schemas; nothing when that is not in the snapshot. */
    List<SchemaObject> bearers(Reference reference, List<Identifier> path) {
        List<NamePart> name = objectName(reference);
        Identifier last = name.get(name.size() - 1).identifier();
        if (name.size() == 1) {
            return bearers(reference.kind(), last, path);
        }
        return isOfOtherDatabase(name)
                ? List.of()
                : index.bearers(
                        reference.kind(),
                        new QualifiedName(name.get(name.size() - 2).identifier(), last));
    }

    /** Whether the server itself has a type or routine of the name. */
    boolean isOfServer(Reference reference) {
        Identifier name = reference.parts().get(reference.parts().size() - 1).identifier();
        return switch (reference.kind()) {
            case TYPE -> assignment.snapshot().server().systemTypes().contains(name);
            case ROUTINE -> assignment.snapshot().server().systemRoutines().contains(name);
            case RELATION, COLUMN, CONSTRAINT -> false;
            // Of these the snapshot has only those of others.
            case OPERATOR, COLLATION, CONFIGURATION, DICTIONARY -> true;
        };
    }

    /** What a name without a schema will stand for after the moves in sessions that look in these schemas. */
    List<SchemaObject> bearersAfter(Reference reference, List<Identifier> path) {
        List<NamePart> name = objectName(reference);
        return bearers(reference.kind(), name.get(name.size() - 1).identifier(), path, true);
    }

    private List<SchemaObject> bearers(ReferenceKind kind, Identifier name, List<Identifier> path) {
        return bearers(kind, name, path, false);
    }

    /**
     * The first of a relation or type; of routines, those of all schemas, since their arguments decide.
     *
     * @param after whether as it will be after the moves
     */
    private List<SchemaObject> bearers(ReferenceKind kind, Identifier name, List<Identifier> path, boolean after) {
        List<SchemaObject> bearers = new ArrayList<>();
        for (Identifier schema : path) {
            if (schema.equals(SearchPaths.SYSTEM)
                    && kind == ReferenceKind.TYPE
                    && assignment.snapshot().server().systemTypes().contains(name)) {
                break;
            }
            QualifiedName there = new QualifiedName(schema, name);
            bearers.addAll(after ? comingTo(kind, there) : index.bearers(kind, there));
            if (kind != ReferenceKind.ROUTINE && !bearers.isEmpty()) {
                break;
            }
        }
        return bearers;
    }

    private List<SchemaObject> comingTo(ReferenceKind kind, QualifiedName name) {
        Set<Identifier> schemas = new LinkedHashSet<>(left);
        schemas.add(name.schema());
        List<SchemaObject> bearers = new ArrayList<>();
        for (Identifier schema : schemas) {
            for (SchemaObject bearer : index.bearers(kind, new QualifiedName(schema, name.name()))) {
                if (schemaAfter(bearer).equals(name.schema())) {
                    bearers.add(bearer);
                }
            }
        }
        return bearers;
    }

    private Meaning meaning(List<SchemaObject> bearers) {
        List<SchemaObject> moving = new ArrayList<>();
        Set<Identifier> schemas = new LinkedHashSet<>();
        for (SchemaObject bearer : bearers) {
            Identifier after = schemaAfter(bearer);
            schemas.add(after);
            if (!after.equals(bearer.name().schema())) {
                moving.add(bearer);
            }
        }
        if (moving.isEmpty()) {
            return UNMOVED;
        }
        return schemas.size() == 1
                ? new Meaning.Moved(moving, schemas.iterator().next())
                : new Meaning.Unclear(moving, "what has that name will be in " + Words.count(schemas.size(), "schema"));
    }

    private static Meaning differing(List<Meaning> meanings) {
        List<SchemaObject> moving = new ArrayList<>();
        for (Meaning meaning : meanings) {
            if (meaning instanceof Meaning.Moved moved) {
                moving.addAll(moved.objects());
            } else if (meaning instanceof Meaning.Unclear unclear) {
                moving.addAll(unclear.objects());
            }
        }
        return new Meaning.Unclear(moving, "which object it is hangs on the search_path of who runs it");
    }

    /** The schema in which an object will be. */
    Identifier schemaAfter(SchemaObject object) {
        Optional<ObjectId> decisive = goesWith(object);
        Optional<Placement> placement = decisive.isPresent() ? assignment.placement(decisive.get()) : Optional.empty();
        return placement.isPresent() ? placement.get().target() : object.name().schema();
    }

    /** The object by whose place its own is decided: a row or array type has that of what it is part of. */
    private Optional<ObjectId> goesWith(SchemaObject object) {
        Optional<ObjectId> whole = whole(object);
        if (whole.isEmpty() || whole.get().equals(object.id())) {
            return Optional.of(object.id());
        }
        return assignment.snapshot().find(whole.get()).orElse(null) instanceof SchemaObject found
                ? goesWith(found)
                : Optional.empty();
    }

    private Optional<ObjectId> whole(SchemaObject object) {
        if (!(object instanceof Relation)) {
            return object.partOf();
        }
        Optional<Relation> owner = assignment.snapshot().sequenceOwners().owner(object.id());
        return owner.isPresent() ? Optional.of(owner.get().id()) : Optional.empty();
    }
}
