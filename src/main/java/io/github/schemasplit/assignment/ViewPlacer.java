package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.graph.Digraph;
import io.github.schemasplit.sql.Identifier;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Places views: where an entry sends them, else where everything that they read is going to be, if that is one target schema. */
final class ViewPlacer {
    private final Scope scope;
    private final Claims claims;
    private final Placements placements;

    ViewPlacer(Scope scope, Claims claims, Placements placements) {
        this.scope = scope;
        this.claims = claims;
        this.placements = placements;
    }

    void place() {
        List<Relation> views = scope.snapshot().relations().stream()
                .filter(r -> r.kind().isView() && !scope.isOutOfReach(r))
                .sorted(Comparator.comparing(Relation::name).thenComparing(Relation::oid))
                .toList();
        new Digraph<>(views, scope::relationsNeededBy).inOrderOfNeed().forEach(this::place);
    }

    private void place(Relation view) {
        claims.of(view.id())
                .ifPresentOrElse(
                        entry -> placements.place(view, view.name(), entry),
                        () -> follow(view, scope.relationsNeededBy(view)));
    }

    private void follow(Relation view, List<Relation> read) {
        if (claims.isContested(view.id())) {
            return;
        }
        Set<Identifier> schemas = read.stream().map(placements::schemaAfter).collect(Collectors.toSet());
        if (schemas.size() != 1) {
            return;
        }
        Identifier target = schemas.iterator().next();
        if (scope.isTarget(target) && scope.mayFollow(view.name().schema(), target, read)) {
            placements.place(view, view.name(), target, new Cause.ReadsOnly());
        }
    }
}
