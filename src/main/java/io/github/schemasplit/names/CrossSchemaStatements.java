package io.github.schemasplit.names;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.ObservedStatement;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.ReferenceKind;
import io.github.schemasplit.sqltext.References;
import io.github.schemasplit.sqltext.StringSyntax;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which statements, of those that sessions run, will join tables of different target schemas. */
public final class CrossSchemaStatements {
    private final Assignment assignment;
    private final NameResolver resolver;
    private final SearchPaths paths;

    private CrossSchemaStatements(RoutineTexts texts) {
        this.assignment = texts.assignment();
        this.resolver = texts.resolver();
        this.paths = texts.searchPaths();
    }

    /** Those among {@code observed}, the ones that took longest first. */
    public static List<CrossSchemaStatement> of(RoutineTexts texts, Collection<ObservedStatement> observed) {
        CrossSchemaStatements statements = new CrossSchemaStatements(texts);
        List<CrossSchemaStatement> crossing = new ArrayList<>();
        for (ObservedStatement statement : observed) {
            Optional<CrossSchemaStatement> one = statements.crossing(statement);
            if (one.isPresent()) {
                crossing.add(one.get());
            }
        }
        crossing.sort(new LongestFirst());
        return crossing;
    }

    private static final class LongestFirst implements Comparator<CrossSchemaStatement> {
        @Override
        public int compare(CrossSchemaStatement one, CrossSchemaStatement other) {
            int byTime = Double.compare(
                    other.statement().milliseconds(), one.statement().milliseconds());
            return byTime != 0
                    ? byTime
                    : one.statement().text().compareTo(other.statement().text());
        }
    }

    private Optional<CrossSchemaStatement> crossing(ObservedStatement statement) {
        List<Identifier> path = paths.of(statement.role());
        Set<QualifiedName> tables = new LinkedHashSet<>();
        Set<Identifier> schemas = new LinkedHashSet<>();
        for (Reference reference : References.ofStatements(statement.text(), StringSyntax.STANDARD)) {
            if (reference.kind() == ReferenceKind.RELATION) {
                for (SchemaObject bearer : resolver.bearers(reference, path)) {
                    Optional<Placement> placement = bearer instanceof Relation relation
                            ? assignment.placement(relation.id())
                            : Optional.empty();
                    if (placement.isPresent()) {
                        tables.add(bearer.name());
                        schemas.add(placement.get().target());
                    }
                }
            }
        }
        return schemas.size() < 2
                ? Optional.empty()
                : Optional.of(new CrossSchemaStatement(statement, inOrder(schemas), new ArrayList<>(tables)));
    }

    private List<Identifier> inOrder(Set<Identifier> schemas) {
        return assignment.mapping().targets().stream()
                .map(TargetSchema::name)
                .map(name -> name.value())
                .filter(schemas::contains)
                .toList();
    }
}
