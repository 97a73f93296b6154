package io.github.schemasplit.names;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.ObservedStatement;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.ScheduledJob;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sqltext.Act;
import io.github.schemasplit.sqltext.NamePart;
import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.References;
import io.github.schemasplit.sqltext.StringSyntax;
import io.github.schemasplit.sqltext.TextEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which texts go on to name what moves by the names of before. Names that are known in part only, or that a text may use for a table
 * of its own, stand for nothing here.
 */
public final class UnmendedNames {
    private static final Identifier SQL = Identifier.of("sql");

    private final RoutineTexts texts;
    private final Assignment assignment;
    private final boolean mended;
    private final Map<ObjectId, Set<Relation>> returned = new HashMap<>();

    public UnmendedNames(RoutineTexts texts) {
        this.texts = texts;
        this.assignment = texts.assignment();
        this.mended = assignment.mapping().routineBodies().value() == RoutineBodies.REWRITE;
    }

    /** Those in the text of a routine, without those that are mended; none where its language is not read. */
    public UnmendedNamesInText in(Routine routine) {
        Optional<List<Reference>> references = texts.references(routine);
        if (references.isEmpty()) {
            return new UnmendedNamesInText(List.of(), Set.of(), Set.of(), Set.of());
        }
        List<TextEdit> edits = mended && texts.isMendable(routine)
                ? texts.read(routine).orElseThrow().edits()
                : List.of();
        // The result of PL/pgSQL is made one of the type that is to be returned.
        Set<Relation> result = routine.language().equals(SQL) ? returned(routine) : Set.of();
        return in(routine.source(), references.get(), texts.paths(routine), edits, result);
    }

    /** Those in a statement that sessions run. */
    public UnmendedNamesInText in(ObservedStatement statement) {
        return in(statement.text(), statement.role(), List.of());
    }

    /** Those in the command of a job, without those that are mended. */
    public UnmendedNamesInText in(ScheduledJob job) {
        return in(
                job.command(),
                job.role(),
                mended && job.alterable()
                        ? texts.read(job.command(), job.role()).edits()
                        : List.of());
    }

    private UnmendedNamesInText in(String sql, Identifier role, List<TextEdit> edits) {
        return in(
                sql,
                References.ofStatements(sql, StringSyntax.STANDARD),
                Set.of(texts.searchPaths().of(role)),
                edits,
                Set.of());
    }

    private UnmendedNamesInText in(
            String text,
            List<Reference> references,
            Set<List<Identifier>> paths,
            List<TextEdit> edits,
            Set<Relation> result) {
        Set<Identifier> made = made(references);
        List<UnmendedName> names = new ArrayList<>();
        Set<Routine> called = new LinkedHashSet<>();
        for (Reference reference : references) {
            if (isKnown(reference) && !(TextReader.isBare(reference) && made.contains(last(reference)))) {
                for (SchemaObject bearer : bearers(reference, paths)) {
                    if (bearer instanceof Routine routine) {
                        called.add(routine);
                    }
                    Optional<Relation> relation = relation(bearer);
                    if (relation.isPresent() && moves(relation.get()) && !isMended(reference, edits)) {
                        names.add(new UnmendedName(relation.get(), reference, Lines.of(text, reference.start())));
                    }
                }
            }
        }
        Set<Relation> got = new LinkedHashSet<>();
        if (!names.isEmpty()) {
            for (Routine routine : called) {
                got.addAll(returned(routine));
            }
        }
        return new UnmendedNamesInText(names, called, got, result);
    }

    /** The relations of which a routine returns rows, by the statement that would make it anew, in which all names have their schemas. */
    private Set<Relation> returned(Routine routine) {
        Set<Relation> known = returned.get(routine.id());
        if (known == null) {
            known = new LinkedHashSet<>();
            List<Long> taken = new ArrayList<>(routine.argumentTypes());
            for (Reference reference :
                    References.ofStatements(routine.definition().orElse(""), StringSyntax.STANDARD)) {
                for (SchemaObject bearer : bearers(reference, Set.of(List.of()))) {
                    if (bearer instanceof Type type && !taken.remove((Long) type.oid())) {
                        Optional<Relation> relation = relation(type);
                        if (relation.isPresent()) {
                            known.add(relation.get());
                        }
                    }
                }
            }
            returned.put(routine.id(), known);
        }
        return known;
    }

    private static boolean isKnown(Reference reference) {
        for (NamePart part : reference.parts()) {
            if (part.isOpen()) {
                return false;
            }
        }
        return !reference.creates() || reference.use().acts().contains(Act.DEFINITION);
    }

    private static Set<Identifier> made(List<Reference> references) {
        Set<Identifier> made = new HashSet<>();
        for (Reference reference : references) {
            // A view that is made may be one that was there.
            if (reference.creates()
                    && !reference.use().acts().contains(Act.DEFINITION)
                    && !reference.use().acts().contains(Act.NEW_VIEW)) {
                made.add(last(reference));
            }
        }
        return made;
    }

    private static Identifier last(Reference reference) {
        List<NamePart> name = NameResolver.objectName(reference);
        return name.get(name.size() - 1).identifier();
    }

    private Set<SchemaObject> bearers(Reference reference, Set<List<Identifier>> paths) {
        Set<SchemaObject> bearers = new LinkedHashSet<>();
        for (List<Identifier> path : paths) {
            bearers.addAll(texts.resolver().bearers(reference, path));
        }
        return bearers;
    }

    private Optional<Relation> relation(SchemaObject bearer) {
        if (bearer instanceof Relation relation) {
            return relation.kind() == RelationKind.COMPOSITE_TYPE ? Optional.empty() : Optional.of(relation);
        }
        Optional<ObjectId> whole = bearer instanceof Type ? bearer.partOf() : Optional.empty();
        return whole.isPresent() && assignment.snapshot().find(whole.get()).orElse(null) instanceof SchemaObject object
                ? relation(object)
                : Optional.empty();
    }

    private boolean moves(Relation relation) {
        return !texts.resolver().schemaAfter(relation).equals(relation.name().schema());
    }

    private static boolean isMended(Reference reference, List<TextEdit> edits) {
        for (TextEdit edit : edits) {
            if (edit.start() >= reference.start() && edit.start() < reference.end()) {
                return true;
            }
        }
        return false;
    }
}
