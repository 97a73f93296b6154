package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.sql.QualifiedName;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what entries of each kind may name, and says of the rest why no entry can move it. */
final class CandidateFinder {
    private final Scope scope;
    private final Inheritance inheritance;
    private final RangeParts ranges;

    CandidateFinder(Scope scope, Inheritance inheritance, RangeParts ranges) {
        this.scope = scope;
        this.inheritance = inheritance;
        this.ranges = ranges;
    }

    Candidates tables() {
        return new Candidates(relations()
                .map(r -> candidate(
                        r,
                        r.name(),
                        tableObstacle(r.kind()),
                        !inheritance.isChild(r)
                                && !Bookkeeping.is(r.name().name().value())))
                .toList());
    }

    Candidates views() {
        return new Candidates(relations()
                .map(r -> candidate(r, r.name(), viewObstacle(r.kind()), true))
                .toList());
    }

    Candidates routines() {
        return new Candidates(scope.snapshot().all(Routine.class).stream()
                .map(r -> candidate(r, r.name(), rangeObstacle(r), true))
                .toList());
    }

    Candidates types() {
        return new Candidates(scope.snapshot().all(Type.class).stream()
                .map(t -> candidate(t, t.name(), typeObstacle(t), true))
                .toList());
    }

    private Stream<Relation> relations() {
        return scope.snapshot().relations().stream().filter(r -> !r.temporary());
    }

    private Candidate candidate(CatalogObject object, QualifiedName name, Optional<String> obstacle, boolean forGlobs) {
        if (obstacle.isPresent()) {
            return Candidate.bound(object, name, obstacle.get());
        }
        Optional<String> extension = scope.extensionOf(object.id());
        return extension.isPresent()
                ? Candidate.bound(
                        object,
                        name,
                        "it belongs to " + extension.get() + ", whose objects stay together: remove the entry")
                : Candidate.free(object, name, forGlobs);
    }

    private static Optional<String> tableObstacle(RelationKind kind) {
        return kind.isTable() ? Optional.empty() : Optional.of(whereToName(kind));
    }

    private static Optional<String> viewObstacle(RelationKind kind) {
        return kind.isView() ? Optional.empty() : Optional.of(whereToName(kind));
    }

    private static String whereToName(RelationKind kind) {
        if (kind.isTable()) {
            return "it is a table: name it under 'tables'";
        }
        if (kind.isView()) {
            return "it is a view: name it under 'views'";
        }
        return kind == RelationKind.SEQUENCE
                ? "it is a sequence, which goes with the table that uses it: name the table under 'tables'"
                : "it is a composite type: name it under 'types'";
    }

    private Optional<String> typeObstacle(Type type) {
        if (type.arrayOf() != 0) {
            return Optional.of("it is an array type, which goes with its element type: name that");
        }
        Optional<String> range = rangeObstacle(type);
        if (range.isPresent()) {
            return range;
        }
        Optional<Relation> relation = scope.snapshot().relation(type.relation());
        return relation.filter(r -> r.kind() != RelationKind.COMPOSITE_TYPE)
                .map(r -> "it is the row type of " + r.describe() + " and goes with it: name that under '"
                        + (r.kind().isView() ? "views" : "tables") + "'");
    }

    private Optional<String> rangeObstacle(CatalogObject object) {
        return ranges.rangeOf(object.id())
                .map(range ->
                        "it was made with range type " + range.name() + " and goes with it: name that under 'types'");
    }
}
