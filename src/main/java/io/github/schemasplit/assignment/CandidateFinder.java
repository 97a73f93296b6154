package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.NamedObject;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.mapping.EntryKind;
import java.util.List;
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

    /** What entries of a kind may name. */
    Candidates of(EntryKind kind) {
        Stream<Candidate> candidates = switch (kind) {
            case TABLES -> relations().map(r -> candidate(r, tableObstacle(r.kind()), isForGlobs(r)));
            case VIEWS -> relations().map(r -> candidate(r, viewObstacle(r.kind()), true));
            case ROUTINES -> all(Routine.class).map(r -> candidate(r, rangeObstacle(r), true));
            case TYPES -> all(Type.class).map(t -> candidate(t, typeObstacle(t), true));
            case OPERATORS -> named(Catalog.PG_OPERATOR);
            case OPERATOR_CLASSES -> named(Catalog.PG_OPCLASS, Catalog.PG_OPFAMILY);
            case COLLATIONS -> named(Catalog.PG_COLLATION);
            case CONVERSIONS -> named(Catalog.PG_CONVERSION);
            case TEXT_SEARCH ->
                named(Catalog.PG_TS_CONFIG, Catalog.PG_TS_DICT, Catalog.PG_TS_PARSER, Catalog.PG_TS_TEMPLATE);
        };
        return new Candidates(candidates.toList(), scope);
    }

    private Stream<Candidate> named(Catalog... catalogs) {
        return all(NamedObject.class)
                .filter(o -> List.of(catalogs).contains(o.id().catalog()))
                .map(o -> candidate(o, Optional.empty(), true));
    }

    private <T extends SchemaObject> Stream<T> all(Class<T> type) {
        return scope.snapshot().all(type).stream();
    }

    private boolean isForGlobs(Relation table) {
        return !inheritance.isChild(table)
                && !Bookkeeping.is(table.name().name().value());
    }

    private Stream<Relation> relations() {
        return scope.snapshot().relations().stream().filter(r -> !r.temporary());
    }

    private Candidate candidate(SchemaObject object, Optional<String> obstacle, boolean forGlobs) {
        if (obstacle.isPresent()) {
            return Candidate.bound(object, obstacle.get());
        }
        Optional<String> extension = scope.extensionOf(object.id());
        return extension.isPresent()
                ? Candidate.bound(
                        object, "it belongs to " + extension.get() + ", whose objects stay together: remove the entry")
                : Candidate.free(object, forGlobs);
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
