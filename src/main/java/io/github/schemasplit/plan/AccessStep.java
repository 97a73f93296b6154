package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.AclChange;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.TargetAccess;
import io.github.schemasplit.catalog.AclHolder;
import io.github.schemasplit.catalog.AclItem;
import io.github.schemasplit.catalog.AclKind;
import io.github.schemasplit.catalog.AclState;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.CompatibilityViews;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.HeldAcl;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the mapping says of access: the lists that are not as it says are made so, once everything is in its place. What only others may
 * do is left out, and a finding.
 */
final class AccessStep {
    private final Assignment assignment;
    private final Snapshot snapshot;
    private final List<Operation> before;
    private final PlannedAcls planned;
    private final Whereabouts whereabouts;
    private final Map<ObjectId, OldName> views = new HashMap<>();
    private final List<Operation> operations = new ArrayList<>();

    private AccessStep(Assignment assignment, List<Operation> before) {
        this.assignment = assignment;
        this.snapshot = assignment.snapshot();
        this.before = before;
        this.planned = new PlannedAcls(snapshot, before);
        this.whereabouts = new Whereabouts(snapshot);
        new Plan(before).moves().forEach(whereabouts::move);
        findViews();
    }

    /**
     * The operations that are still to be done after others.
     *
     * @param before the operations that come before
     */
    static List<Operation> operations(Assignment assignment, List<Operation> before) {
        List<TargetAccess> all = TargetAccess.of(assignment);
        if (all.isEmpty()) {
            return List.of();
        }
        AccessStep step = new AccessStep(assignment, before);
        all.forEach(step::add);
        return step.operations;
    }

    /** A view that stands for an old name gives what its relation gives, unless a trial has closed it. */
    private void findViews() {
        CompatibilityViews there = CompatibilityViews.in(assignment.database());
        for (Relation view : there.all()) {
            if (!CompatibilityViews.isClosed(view)) {
                there.relation(view).ifPresent(relation -> views.put(relation.id(), there(view)));
            }
        }
        for (Operation operation : before) {
            if (operation instanceof CreateView create) {
                views.put(create.view().object(), made(create.view()));
            }
        }
    }

    private OldName there(Relation view) {
        AclState now =
                HeldAcl.of(view, assignment.database()).map(HeldAcl::state).orElse(AclState.of(List.of()));
        return new OldName(
                view.name(),
                view.id(),
                view.columns().stream().map(Column::name).toList(),
                now);
    }

    private OldName made(CompatibilityView view) {
        return new OldName(
                view.name(),
                ObjectId.relation(0),
                view.columns(),
                ViewAcls.made(view, snapshot.server().major()));
    }

    private void add(TargetAccess access) {
        Identifier name = access.schema();
        String reason = access.said().origin() + " access of schema " + name;
        int first = operations.size();
        for (AclChange change : access.changes()) {
            add(change, reason);
            onView(change).ifPresent(same -> add(same, reason));
        }
        for (Identifier role : access.rolesWithDefaults()) {
            if (mayActFor(role)) {
                for (AclKind kind : List.of(AclKind.TABLE, AclKind.SEQUENCE, AclKind.ROUTINE, AclKind.TYPE)) {
                    AclHolder.OfNewObjects made = new AclHolder.OfNewObjects(role, name, kind);
                    List<AclItem> given = planned.ofNewObjects(role, name, kind.objectType());
                    AclState wish = AclState.of(access.ofNewObjects(kind, given, role));
                    add(new AclChange(made, role, AclState.of(given), wish), reason);
                }
            }
        }
        // Last, and first on the way back: who grants something on must reach it.
        Identifier owner = planned.owner(name);
        List<AclItem> now = planned.ofSchema(name);
        AclHolder schema =
                new AclHolder.OfSchema(snapshot.schema(name).map(Schema::oid).orElse(0L), name);
        List<Operation> inside = List.copyOf(operations.subList(first, operations.size()));
        List<AclItem> meanwhile = openToGrantors(now, owner, name, inside);
        operations.subList(first, operations.size()).clear();
        add(new AclChange(schema, owner, AclState.of(now), AclState.of(meanwhile)), reason);
        operations.addAll(inside);
        add(new AclChange(schema, owner, AclState.of(meanwhile), AclState.of(access.ofSchema(now, owner))), reason);
    }

    /** Who has granted on what is taken away grants it again on the way back, and reaches the schema until that is done, and no longer. */
    private List<AclItem> openToGrantors(
            List<AclItem> now, Identifier owner, Identifier schema, List<Operation> inside) {
        RoleMembership roles = snapshot.roleMembership();
        List<AclItem> open = new ArrayList<>(now);
        for (Operation operation : inside) {
            AlterPrivileges alter = (AlterPrivileges) operation;
            boolean isThere = alter.holder() instanceof AclHolder.OfObject object
                    && object.name().schema().equals(schema);
            for (Identifier grantor : isThere ? alter.grantors() : Set.<Identifier>of()) {
                boolean reaches = roles.inherits(grantor, owner)
                        || open.stream()
                                .anyMatch(item -> item.privileges().contains(Privilege.USAGE)
                                        && roles.inherits(grantor, item.grantee()));
                if (!reaches) {
                    PlannedAcls.add(open, Grantee.of(grantor), owner, Set.of(Privilege.USAGE), Set.of());
                }
            }
        }
        return open;
    }

    private void add(AclChange change, String reason) {
        RoleMembership roles = snapshot.roleMembership();
        boolean may = change.holder() instanceof AclHolder.OfNewObjects
                || change.mayBeMadeBy(snapshot.server().currentRole(), roles);
        if (!change.isNone() && may) {
            operations.add(new AlterPrivileges(
                    addressed(change.holder()), change.owner(), change.from(), change.to(), reason));
        }
    }

    /** The types of a routine's arguments may have moved. */
    private AclHolder addressed(AclHolder holder) {
        return holder instanceof AclHolder.OfObject object
                        && snapshot.find(object.object()).orElse(null) instanceof Routine routine
                ? new AclHolder.OfObject(object.kind(), object.object(), object.name(), whereabouts.arguments(routine))
                : holder;
    }

    private boolean mayActFor(Identifier role) {
        return snapshot.roleMembership().mayActFor(snapshot.server().currentRole(), role);
    }

    /** The same change of the view under the old name, where there is one. */
    private Optional<AclChange> onView(AclChange change) {
        return change.holder() instanceof AclHolder.OfObject object
                ? Optional.ofNullable(views.get(object.object())).map(view -> onView(view, change))
                : Optional.empty();
    }

    private static AclChange onView(OldName old, AclChange change) {
        return new AclChange(
                new AclHolder.OfObject(AclKind.TABLE, old.view(), old.name(), ""),
                change.owner(),
                old.now(),
                ViewAcls.like(change.to(), change.owner(), old.columns()));
    }

    /**
     * A view under an old name.
     *
     * @param name its name
     * @param view its identity; with OID 0 where it is still to be made
     * @param columns its columns, in order
     * @param now its lists, of one that is still to be made those that it will have
     */
    private record OldName(QualifiedName name, ObjectId view, List<Identifier> columns, AclState now) {}
}
