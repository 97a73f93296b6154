package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.AclItem;
import io.github.schemasplit.catalog.AclKind;
import io.github.schemasplit.catalog.AclState;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The access control lists of views under old names. Whatever there is on one, its owner has granted: see {@link ViewGrants}. */
final class ViewAcls {
    private ViewAcls() {}

    /** Those of a view that has just been made. */
    static AclState made(CompatibilityView view, int major) {
        List<AclItem> items = new ArrayList<>();
        if (!view.revoked().contains(Grantee.of(view.owner()))) {
            items.addAll(AclKind.TABLE.byDefault(view.owner(), major));
        }
        view.grants().stream().filter(grant -> grant.columns().isEmpty()).forEach(grant -> add(items, grant, view));
        List<AclState.OfColumn> columns = new ArrayList<>();
        for (Identifier column : view.columns()) {
            List<AclItem> ofColumn = new ArrayList<>();
            view.grants().stream()
                    .filter(grant -> grant.columns().contains(column))
                    .forEach(grant -> add(ofColumn, grant, view));
            columns.add(new AclState.OfColumn(columns.size() + 1, column, ofColumn));
        }
        return new AclState(items, columns);
    }

    private static void add(List<AclItem> items, ViewGrant grant, CompatibilityView view) {
        PlannedAcls.add(
                items,
                grant.grantee(),
                view.owner(),
                grant.privileges(),
                grant.grantable() ? grant.privileges() : Set.of());
    }

    /**
     * Those of a relation, as they are on its view.
     *
     * @param columns the view's columns, in order
     */
    static AclState like(AclState relation, Identifier owner, List<Identifier> columns) {
        List<AclState.OfColumn> ofColumns = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            for (AclState.OfColumn column : relation.columns()) {
                if (column.name().equals(columns.get(i))) {
                    ofColumns.add(new AclState.OfColumn(i + 1, column.name(), merged(column.items(), owner)));
                }
            }
        }
        return new AclState(merged(relation.items(), owner), ofColumns);
    }

    private static List<AclItem> merged(List<AclItem> items, Identifier owner) {
        List<AclItem> merged = new ArrayList<>();
        for (AclItem item : items) {
            PlannedAcls.add(merged, item.grantee(), owner, item.privileges(), item.grantable());
        }
        return merged;
    }
}
