package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.graph.Digraph;
import io.github.schemasplit.mapping.UnmappedViews;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        List<Relation> views = new ArrayList<>();
        for (Relation relation : scope.snapshot().relations()) {
            if (relation.kind().isView() && !scope.isOutOfReach(relation)) {
                views.add(relation);
            }
        }
        views.sort(Scope.BY_NAME);
        for (Relation view : new Digraph<>(views, scope::relationsNeededBy).inOrderOfNeed()) {
            place(view);
        }
    }

    private void place(Relation view) {
        Optional<MappingEntry> entry = claims.of(view.id());
        if (entry.isPresent()) {
            placements.place(view, entry.get());
        } else if (!claims.isContested(view.id())) {
            placeUnmapped(view);
        }
    }

    private void placeUnmapped(Relation view) {
        UnmappedViews views = scope.mapping().unmappedViews().value();
        if (views instanceof UnmappedViews.Follow) {
            follow(view, scope.relationsNeededBy(view));
        } else if (views instanceof UnmappedViews.MoveTo rest
                && (scope.isSource(view.name().schema()) || view.name().schema().equals(rest.schema()))) {
            placements.place(view, rest.schema(), new Cause.UnmappedDefault());
        }
    }

    private void follow(Relation view, List<Relation> read) {
        Set<Identifier> schemas = new HashSet<>();
        for (Relation relation : read) {
            schemas.add(placements.schemaAfter(relation));
        }
        if (schemas.size() != 1) {
            return;
        }
        Identifier target = schemas.iterator().next();
        if (scope.isTarget(target) && scope.mayFollow(view.name().schema(), target, read)) {
            placements.place(view, target, new Cause.ReadsOnly());
        }
    }
}
