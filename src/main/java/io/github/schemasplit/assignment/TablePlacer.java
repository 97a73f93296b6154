package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.mapping.Unmapped;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Places tables: first those that stand for themselves, then partitions and inheritance children, which go with them. */
final class TablePlacer {
    private final Scope scope;
    private final Inheritance inheritance;
    private final Claims claims;
    private final Placements placements;
    private final Problems problems;
    private final Optional<Identifier> restGoesTo;
    private final List<Relation> unmapped = new ArrayList<>();
    private final List<Relation> bookkeeping = new ArrayList<>();

    TablePlacer(Scope scope, Inheritance inheritance, Claims claims, Placements placements, Problems problems) {
        this.scope = scope;
        this.inheritance = inheritance;
        this.claims = claims;
        this.placements = placements;
        this.problems = problems;
        this.restGoesTo = restGoesTo(scope);
    }

    void place() {
        List<Relation> tables = new ArrayList<>();
        for (Relation relation : scope.snapshot().relations()) {
            if (relation.kind().isTable() && !scope.isOutOfReach(relation)) {
                tables.add(relation);
            }
        }
        tables.sort(Scope.BY_NAME);
        List<Relation> children = new ArrayList<>();
        for (Relation table : tables) {
            if (inheritance.isChild(table)) {
                children.add(table);
            } else {
                placeRoot(table);
            }
        }
        for (Relation child : children) {
            placeChild(child);
        }
    }

    /** The tables of the source schema that no entry names and that stay, by name. */
    List<Relation> unmapped() {
        return unmapped;
    }

    /** The tables of migration tools that stay, by name. */
    List<Relation> bookkeeping() {
        return bookkeeping;
    }

    private void placeRoot(Relation table) {
        Optional<MappingEntry> entry = claims.of(table.id());
        if (entry.isPresent()) {
            placements.place(table, entry.get());
        } else if (!claims.isContested(table.id())) {
            placeUnnamed(table);
        }
    }

    private void placeUnnamed(Relation table) {
        Identifier schema = table.name().schema();
        if (Bookkeeping.is(table.name().name().value())) {
            if (scope.isSource(schema)) {
                bookkeeping.add(table);
            }
        } else if (restGoesTo.isPresent() && (scope.isSource(schema) || schema.equals(restGoesTo.get()))) {
            placements.place(table, restGoesTo.get(), new Cause.UnmappedDefault());
        } else if (scope.isSource(schema)) {
            unmapped.add(table);
        }
    }

    private static Optional<Identifier> restGoesTo(Scope scope) {
        return scope.mapping().unmapped().value() instanceof Unmapped.MoveTo rest && scope.isTarget(rest.schema())
                ? Optional.of(rest.schema())
                : Optional.empty();
    }

    private void placeChild(Relation child) {
        Set<Relation> roots = inheritance.roots(child);
        Set<Identifier> schemas = new HashSet<>();
        for (Relation root : roots) {
            if (claims.isContested(root.id())) {
                return;
            }
            schemas.add(placements.schemaAfter(root));
        }
        Relation root = roots.iterator().next();
        Optional<Identifier> target = placements.target(root.id());
        Optional<MappingEntry> entry = claims.exactly(child.id());
        if (schemas.size() > 1) {
            sayTorn(child, roots, entry);
            return;
        }
        if (entry.isPresent() && !Optional.of(entry.get().target()).equals(target)) {
            problems.cannotMove(entry.get(), child, goesWith(child, root, target));
        }
        if (target.isPresent() && scope.mayFollow(child.name().schema(), target.get(), roots)) {
            placements.place(child, target.get(), new Cause.ChildOf(root.id()));
        }
    }

    private static String goesWith(Relation child, Relation root, Optional<Identifier> target) {
        return "it is a " + (child.partition() ? "partition" : "child") + " of " + root.name()
                + target.map(t -> ", which goes to " + t + ", and goes with it: remove this entry")
                        .orElse(", which stays, and stays with it: name "
                                + root.name().name().value() + " instead");
    }

    private void sayTorn(Relation child, Set<Relation> roots, Optional<MappingEntry> own) {
        Optional<MappingEntry> entry = own.or(() -> roots.stream()
                .map(Relation::id)
                .map(claims::of)
                .flatMap(Optional::stream)
                .sorted()
                .findFirst());
        entry.ifPresent(e -> problems.cannotMove(
                e,
                child,
                roots.stream()
                        .map(r -> r.name() + " in " + placements.schemaAfter(r))
                        .sorted()
                        .collect(Collectors.joining(
                                " and from ", "it would inherit from ", ": send these to one schema"))));
    }
}
