package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.OldNames;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The views that moves of an assignment leave under the old names. */
final class ViewsOfOldNames {
    private final Snapshot snapshot;
    private final Map<ObjectId, CreateView> byRelation = new HashMap<>();

    private ViewsOfOldNames(Assignment assignment) {
        this.snapshot = assignment.snapshot();
        for (OldNames.OldName name : OldNames.of(assignment).kept()) {
            byRelation.put(name.relation().id(), creation(name));
        }
    }

    static ViewsOfOldNames of(Assignment assignment) {
        return new ViewsOfOldNames(assignment);
    }

    /** The view that the move of an object leaves. */
    Optional<CreateView> of(ObjectId object) {
        return Optional.ofNullable(byRelation.get(object));
    }

    private CreateView creation(OldNames.OldName name) {
        Relation relation = name.relation();
        Identifier schema = relation.name().schema();
        List<Identifier> columns = new ArrayList<>();
        for (Column column : relation.columns()) {
            columns.add(column.name());
        }
        ViewGrants grants = new ViewGrants(relation, schema, snapshot);
        return new CreateView(
                new CompatibilityView(
                        relation.name(),
                        relation.id(),
                        relation.name().in(name.move().target()),
                        columns,
                        name.invoker(),
                        relation.owner(),
                        !relation.owner().equals(snapshot.server().currentRole()),
                        grants.revoked(),
                        grants.grants()),
                "the old name of " + relation.describe());
    }
}
