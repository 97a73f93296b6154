package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.ExactView;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.CompatibilityViews;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The plans that end old names: their views are closed to everybody for a trial, or dropped; and those that take that back, which make
 * the views as a migration of today would.
 */
public final class Contraction {
    private static final String ENDED = "nothing uses the old name";
    private static final String TRIED = "a trial: whoever still uses the old name is refused";
    private static final String AGAIN = "the old name is used after all";

    private final Snapshot snapshot;
    private final CompatibilityViews views;

    public Contraction(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.views = CompatibilityViews.in(snapshot);
    }

    /** Drops views; those that stand for nothing any more are left alone. */
    public Plan dropping(Collection<Relation> some) {
        List<Operation> operations = new ArrayList<>();
        for (CompatibilityView view : described(some)) {
            operations.add(new DropView(view, ENDED));
        }
        return new Plan(operations);
    }

    /** Closes views that are open. */
    public Plan closing(Collection<Relation> some) {
        List<Operation> operations = new ArrayList<>();
        for (CompatibilityView view : described(some)) {
            if (!isClosed(view.name())) {
                operations.add(new RevokeOnView(view, TRIED));
            }
        }
        return new Plan(operations);
    }

    /** Takes back what a plan of this kind did, as far as it is still so. */
    public Plan takingBack(Plan plan) {
        List<Operation> operations = new ArrayList<>();
        for (ViewOperation operation : plan.views().toList()) {
            QualifiedName name = operation.view().name();
            if (operation instanceof RevokeOnView && isClosed(name)) {
                described(List.of(views.find(name).orElseThrow()))
                        .forEach(view -> operations.add(new GrantOnView(view, AGAIN)));
            } else if (operation instanceof DropView && snapshot.relation(name).isEmpty()) {
                again(operation.view()).ifPresent(view -> operations.add(new CreateView(view, AGAIN)));
            }
        }
        return new Plan(operations);
    }

    /** Whether the view of that name is there and nobody holds anything on it. */
    private boolean isClosed(QualifiedName name) {
        return views.find(name).filter(CompatibilityViews::isClosed).isPresent();
    }

    private List<CompatibilityView> described(Collection<Relation> some) {
        List<CompatibilityView> described = new ArrayList<>();
        for (Relation view : some) {
            Optional<Relation> relation = views.relation(view);
            if (relation.isPresent()) {
                described.add(describe(view.name(), relation.get(), view.securityInvoker(), true));
            }
        }
        described.sort((one, other) -> one.name().compareTo(other.name()));
        return described;
    }

    /** The view as it would be made today; none where no view would be exact any more, or what it stood for is gone. */
    public Optional<CompatibilityView> again(CompatibilityView former) {
        Optional<Relation> relation =
                snapshot.relation(former.object().oid()).or(() -> snapshot.relation(former.relation()));
        return relation.map(there -> new ExactView(there, snapshot))
                .filter(view -> view.obstacle().isEmpty())
                .map(view -> describe(former.name(), view.relation(), view.isForInvoker(), false));
    }

    private CompatibilityView describe(QualifiedName name, Relation relation, boolean invoker, boolean closable) {
        List<Identifier> columns = new ArrayList<>();
        for (Column column : relation.columns()) {
            columns.add(column.name());
        }
        ViewGrants grants = new ViewGrants(relation, name.schema(), snapshot);
        return new CompatibilityView(
                name,
                relation.id(),
                relation.name(),
                columns,
                invoker,
                relation.owner(),
                !relation.owner().equals(snapshot.server().currentRole()),
                grants.revoked(),
                closable ? grants.allGrants() : grants.grants());
    }

    /** Whether the view of that name is there. */
    public boolean isThere(QualifiedName name) {
        return views.find(name).isPresent();
    }
}
