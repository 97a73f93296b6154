package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.sql.LockMode;

/** An operation on a compatibility view: it changes the view and what is a part of it, and nothing else. */
public sealed interface ViewOperation extends Operation permits CreateView, DropView, GrantOnView, RevokeOnView {
    /** The view. */
    CompatibilityView view();

    /** The same with a view that is described otherwise. */
    ViewOperation of(CompatibilityView other);

    @Override
    default LockMode lockMode() {
        return LockMode.ACCESS_EXCLUSIVE;
    }

    @Override
    default boolean changes(CatalogObject object) {
        return object instanceof Relation relation
                && relation.kind() == RelationKind.VIEW
                && relation.name().equals(view().name())
                && !relation.id().equals(view().object());
    }

    @Override
    default String subject() {
        return view().subject();
    }
}
