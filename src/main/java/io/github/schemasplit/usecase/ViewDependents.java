package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Dependency;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What needs views, or the types of their rows, and is no part of them: whoever drops such a view is refused by the server. */
final class ViewDependents {
    private final Snapshot snapshot;
    /** The views and their parts, each with the view. */
    private final Map<ObjectId, Relation> wholes = new HashMap<>();

    private final Map<Relation, CatalogObject> first = new HashMap<>();

    /** Looks once at all objects and dependencies, however many the views are. */
    ViewDependents(Collection<Relation> views, Snapshot snapshot) {
        this.snapshot = snapshot;
        if (views.isEmpty()) {
            return;
        }
        views.forEach(view -> wholes.put(view.id(), view));
        for (CatalogObject object : snapshot.objects().toList()) {
            whole(object).ifPresent(view -> wholes.put(object.id(), view));
        }
        for (Dependency dependency : snapshot.dependencies()) {
            Relation needed = wholes.get(dependency.referenced());
            if (needed != null && !needed.equals(wholes.get(dependency.dependent()))) {
                snapshot.find(dependency.dependent()).ifPresent(found -> first.putIfAbsent(needed, found));
            }
        }
    }

    /** An array type is a part of a row type, and that of a view. */
    private Optional<Relation> whole(CatalogObject object) {
        Relation known = wholes.get(object.id());
        return known != null
                ? Optional.of(known)
                : object.partOf().flatMap(snapshot::find).flatMap(this::whole);
    }

    /** What needs a view; the first of several. */
    Optional<CatalogObject> of(Relation view) {
        return Optional.ofNullable(first.get(view));
    }
}
