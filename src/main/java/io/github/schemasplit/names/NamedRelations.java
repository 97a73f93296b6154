package io.github.schemasplit.names;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.ObservedStatement;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.References;
import io.github.schemasplit.sqltext.StatementText;
import io.github.schemasplit.sqltext.StringSyntax;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which relations a text of a database names, by any path that it may be read with: row types count as their relations. */
public final class NamedRelations {
    private final Snapshot database;
    private final RoutineTexts texts;

    public NamedRelations(Snapshot database) {
        this.database = database;
        this.texts = new RoutineTexts(Assignment.ofNothing(database));
    }

    /** Those that a routine's text names; none where its language is none that is read. */
    public Set<Relation> of(Routine routine) {
        List<Reference> references = texts.references(routine).orElse(List.of());
        return references.isEmpty() ? Set.of() : named(references, texts.paths(routine));
    }

    /** Those that a statement names which reads or writes rows; none where it is another, or only routines run it. */
    public Set<Relation> of(ObservedStatement statement) {
        return statement.nested() || !StatementText.isQuery(statement.text())
                ? Set.of()
                : named(
                        References.ofStatements(statement.text(), StringSyntax.STANDARD),
                        Set.of(texts.searchPaths().of(statement.role())));
    }

    private Set<Relation> named(List<Reference> references, Collection<List<Identifier>> paths) {
        Set<Identifier> made = TextReader.made(references);
        Set<Relation> relations = new LinkedHashSet<>();
        for (Reference reference : references) {
            boolean own = TextReader.isBare(reference)
                    && made.contains(NameResolver.objectName(reference).get(0).identifier());
            if (!reference.creates() && !own) {
                for (List<Identifier> path : paths) {
                    texts.resolver().bearers(reference, path).forEach(bearer -> add(bearer, relations));
                }
            }
        }
        return relations;
    }

    private void add(SchemaObject bearer, Set<Relation> relations) {
        if (bearer instanceof Relation relation) {
            relations.add(relation);
        } else if (bearer instanceof Type type && type.relation() != 0) {
            database.relation(type.relation()).ifPresent(relations::add);
        }
    }
}
