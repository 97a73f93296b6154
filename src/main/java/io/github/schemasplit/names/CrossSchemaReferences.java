package io.github.schemasplit.names;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.CompatibilityViews;
import io.github.schemasplit.catalog.Dependency;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.mapping.Crossing;
import io.github.schemasplit.mapping.CrossingKind;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sqltext.NamePart;
import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.ReferenceKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which views and routines refer to relations and routines of another schema, among the target schemas and the source schema.
 *
 * <p>What the server tracks by itself is taken from there: queries of views, bodies of {@code BEGIN ATOMIC}, types of arguments. Other
 * bodies are read, and a name counts where it stands for something in the database as it is. Names are those after the move, and a
 * compatibility view counts as what it stands for: so it is the same before the move and after it, whichever way old names and
 * routines are kept.
 */
public final class CrossSchemaReferences {
    private final Snapshot snapshot;
    private final Snapshot database;
    private final CompatibilityViews oldNames;
    /** Of the database as it is, compatibility views and all. */
    private final RoutineTexts texts;

    private final NameResolver places;
    private final Set<Identifier> schemas = new HashSet<>();
    private final SortedSet<Crossing> found = new TreeSet<>();

    private CrossSchemaReferences(Assignment assignment) {
        this.snapshot = assignment.snapshot();
        this.database = assignment.database();
        this.oldNames = CompatibilityViews.in(database);
        this.texts = new RoutineTexts(Assignment.ofNothing(database));
        this.places = new NameResolver(assignment);
        schemas.add(assignment.mapping().source().value());
        for (TargetSchema target : assignment.mapping().targets()) {
            schemas.add(target.name().value());
        }
    }

    /** Those of a database, in order. */
    public static SortedSet<Crossing> of(Assignment assignment) {
        return new CrossSchemaReferences(assignment).all();
    }

    private SortedSet<Crossing> all() {
        for (Dependency dependency : database.dependencies()) {
            if (dependency.type() == 'n'
                    && snapshot.find(dependency.dependent()).orElse(null) instanceof SchemaObject user
                    && database.find(dependency.referenced()).orElse(null) instanceof SchemaObject used) {
                note(user, used);
            }
        }
        for (Routine routine : snapshot.all(Routine.class)) {
            List<Reference> references = texts.references(routine).orElse(List.of());
            if (!references.isEmpty() && schemas.contains(places.schemaAfter(routine))) {
                read(routine, references);
            }
        }
        return found;
    }

    private void read(Routine routine, List<Reference> references) {
        Set<List<Identifier>> paths = texts.paths(routine);
        Set<Identifier> made = TextReader.made(references);
        for (Reference reference : references) {
            if (isKnown(reference, made)) {
                for (List<Identifier> path : paths) {
                    first(texts.resolver().bearers(reference, path)).forEach(used -> note(routine, used));
                }
            }
        }
    }

    /** Whether a name is written out, and can be neither a table of the text's own nor a routine of the server. */
    private boolean isKnown(Reference reference, Set<Identifier> made) {
        List<NamePart> name = NameResolver.objectName(reference);
        if (reference.creates() || name.stream().anyMatch(NamePart::isOpen)) {
            return false;
        }
        return name.size() > 1
                || !made.contains(name.get(0).identifier())
                        && !(reference.kind() == ReferenceKind.ROUTINE
                                && texts.resolver().isOfServer(reference));
    }

    /** Routines that have the name in several schemas are taken for that of the first, as their arguments are not known. */
    private static List<SchemaObject> first(List<SchemaObject> bearers) {
        return bearers.stream()
                .filter(bearer ->
                        bearer.name().schema().equals(bearers.get(0).name().schema()))
                .toList();
    }

    private void note(SchemaObject user, SchemaObject named) {
        Optional<CrossingKind> kind = kind(user);
        Optional<SchemaObject> used = standsFor(named);
        if (kind.isEmpty() || used.isEmpty() || isOfExtension(user) || isOfExtension(used.get())) {
            return;
        }
        QualifiedName from = after(user);
        QualifiedName to = after(used.get());
        if (!from.schema().equals(to.schema()) && schemas.contains(from.schema()) && schemas.contains(to.schema())) {
            found.add(Crossing.of(kind.get(), from, to));
        }
    }

    private static Optional<CrossingKind> kind(SchemaObject user) {
        if (user instanceof Routine) {
            return Optional.of(CrossingKind.ROUTINE);
        }
        return user instanceof Relation relation && relation.kind().isView()
                ? Optional.of(CrossingKind.VIEW)
                : Optional.empty();
    }

    /** The relation or routine that is referred to: of a row type its relation, of a compatibility view what had its name. */
    private Optional<SchemaObject> standsFor(SchemaObject named) {
        if (named instanceof Type type) {
            ObjectId whole = type.partOf().orElse(type.id());
            return whole.equals(type.id())
                    ? Optional.empty()
                    : database.find(whole)
                            .filter(SchemaObject.class::isInstance)
                            .flatMap(found -> standsFor((SchemaObject) found));
        }
        if (named instanceof Relation relation) {
            return oldNames.find(relation.name()).isPresent()
                    ? oldNames.relation(relation).map(SchemaObject.class::cast)
                    : Optional.of(named).filter(r -> relation.kind() != RelationKind.COMPOSITE_TYPE);
        }
        return Optional.of(named).filter(Routine.class::isInstance);
    }

    private boolean isOfExtension(SchemaObject object) {
        return database.isExtensionMember(object.id());
    }

    private QualifiedName after(SchemaObject object) {
        return object.name().in(places.schemaAfter(object));
    }
}
