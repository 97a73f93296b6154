package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.CompatibilityViews;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.plan.AlterSetSchema;
import io.github.schemasplit.plan.CompatibilityView;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The compatibility views that a way back drops: which are still there, and which something needs that others made since. */
final class ViewsBack {
    private final Snapshot snapshot;
    private final Map<QualifiedName, Relation> going = new HashMap<>();
    private final Map<ObjectId, List<Type>> byRelation = new HashMap<>();
    private final Map<ObjectId, List<Type>> byElement = new HashMap<>();
    private final Set<String> left = new LinkedHashSet<>();

    /**
     * @param inverses in the order in which they will be carried out
     */
    ViewsBack(List<Plan> inverses, Snapshot snapshot) {
        this.snapshot = snapshot;
        for (Type type : snapshot.all(Type.class)) {
            if (type.arrayOf() != 0) {
                byElement
                        .computeIfAbsent(new ObjectId(Catalog.PG_TYPE, type.arrayOf()), t -> new ArrayList<>(1))
                        .add(type);
            } else if (type.relation() != 0) {
                byRelation
                        .computeIfAbsent(ObjectId.relation(type.relation()), r -> new ArrayList<>(1))
                        .add(type);
            }
        }
        CompatibilityViews views = CompatibilityViews.in(snapshot);
        inverses.stream()
                .flatMap(Plan::droppedViews)
                .flatMap(view -> views.find(view.name()).stream())
                .forEach(view -> going.put(view.name(), view));
        ViewDependents dependents = new ViewDependents(going.values(), snapshot);
        for (Relation view : Set.copyOf(going.values())) {
            Optional<CatalogObject> dependent = dependents.of(view);
            if (dependent.isPresent()) {
                going.remove(view.name());
                left.add(view.describe() + " stays, since " + ObjectStates.describe(dependent.get(), snapshot)
                        + " needs it");
            }
        }
    }

    /** What can not be done, and why, each as a clause. */
    Set<String> left() {
        return left;
    }

    /** Whether a view is there and can go. One that others dropped needs no way back. */
    boolean isPossible(CompatibilityView view) {
        return going.containsKey(view.name());
    }

    /**
     * The views that must go before all that moves: the server has named the array types of their rows as the types of something are
     * named that comes back.
     *
     * @param moves what comes back
     */
    Set<CompatibilityView> goingFirst(Collection<CompatibilityView> views, Collection<AlterSetSchema> moves) {
        Set<QualifiedName> coming = new HashSet<>();
        for (AlterSetSchema move : moves) {
            types(move.object()).forEach(type -> coming.add(new QualifiedName(move.target(), type)));
        }
        Set<CompatibilityView> first = new HashSet<>();
        for (CompatibilityView view : views) {
            Relation there = going.get(view.name());
            if (there != null) {
                for (Identifier array : arrayTypes(there.id())) {
                    if (coming.contains(new QualifiedName(view.name().schema(), array))) {
                        first.add(view);
                    }
                }
            }
        }
        return first;
    }

    private Set<Identifier> types(ObjectId relation) {
        Set<Identifier> names = new HashSet<>(arrayTypes(relation));
        for (Type row : rowTypes(relation)) {
            names.add(row.name().name());
        }
        return names;
    }

    private Set<Identifier> arrayTypes(ObjectId relation) {
        Set<Identifier> names = new HashSet<>();
        for (Type row : rowTypes(relation)) {
            for (Type array : byElement.getOrDefault(row.id(), List.of())) {
                names.add(array.name().name());
            }
        }
        return names;
    }

    private List<Type> rowTypes(ObjectId relation) {
        return byRelation.getOrDefault(relation, List.of());
    }

    /** The database without the views that go. */
    Snapshot without() {
        return snapshot.without(going.values());
    }
}
