package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.DefaultAcl;
import io.github.schemasplit.catalog.Extension;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Publication;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.RoleHolding;
import io.github.schemasplit.plan.AlterDefaultPrivileges;
import io.github.schemasplit.plan.AlterJob;
import io.github.schemasplit.plan.AlterPrivileges;
import io.github.schemasplit.plan.AlterPublication;
import io.github.schemasplit.plan.AlterSetSchema;
import io.github.schemasplit.plan.CompatibilityView;
import io.github.schemasplit.plan.Contraction;
import io.github.schemasplit.plan.CreateView;
import io.github.schemasplit.plan.DropRole;
import io.github.schemasplit.plan.DropSchema;
import io.github.schemasplit.plan.DropView;
import io.github.schemasplit.plan.Followers;
import io.github.schemasplit.plan.GrantOnSchema;
import io.github.schemasplit.plan.GrantOnView;
import io.github.schemasplit.plan.Notify;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.PolicyOperation;
import io.github.schemasplit.plan.RevokeOnSchema;
import io.github.schemasplit.plan.RoutineOperation;
import io.github.schemasplit.plan.SchemaOperation;
import io.github.schemasplit.plan.SettingOperation;
import io.github.schemasplit.plan.ViewOperation;
import io.github.schemasplit.plan.Whereabouts;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The inverse of a migration on the database as it is by now: what of it can be carried out, and what can not, since others changed
 * something meanwhile. What stays in a schema keeps that schema and all privileges there.
 */
final class WayBack {
    /** More objects are not named. */
    private static final int NAMED = 5;

    private final Snapshot snapshot;
    private final List<Plan> inverses;
    private final Set<String> left = new LinkedHashSet<>();
    private final ViewsBack views;
    private final Contraction contraction;
    private final MovesBack moves;
    private final RoutinesBack routines;
    private final JobsBack jobs;
    private final SettingsBack settings;
    private final PrivilegesBack privileges;
    private final PoliciesBack policies;
    private final RolesBack roles;
    private final Set<Identifier> kept = new HashSet<>();
    /** By the names that it has on its way. */
    private final Map<QualifiedName, ObjectId> moved = new HashMap<>();

    private final Plan plan;

    private WayBack(List<Plan> inverses, Snapshot snapshot, Map<DropRole, List<RoleHolding>> holdings) {
        this.inverses = inverses;
        this.snapshot = snapshot;
        this.views = new ViewsBack(inverses, snapshot);
        left.addAll(views.left());
        this.contraction = new Contraction(snapshot);
        this.moves = new MovesBack(inverses, views.without());
        left.addAll(moves.left());
        this.routines = new RoutinesBack(inverses, snapshot, moves);
        left.addAll(routines.left());
        this.jobs = new JobsBack(inverses, snapshot, moves);
        left.addAll(jobs.left());
        this.privileges = new PrivilegesBack(inverses, snapshot);
        left.addAll(privileges.left());
        this.policies = new PoliciesBack(inverses, snapshot);
        left.addAll(policies.left());
        this.roles = new RolesBack(inverses, snapshot, holdings, privileges, policies);
        left.addAll(roles.left());
        inverses.stream().flatMap(Plan::moves).forEach(move -> {
            moved.put(move.name(), move.object());
            moved.put(move.inverse().name(), move.object());
        });
        findKept();
        this.settings = new SettingsBack(inverses, snapshot, kept);
        left.addAll(settings.left());
        Whereabouts whereabouts = new Whereabouts(snapshot);
        List<Plan> possible = new ArrayList<>();
        for (Plan inverse : inverses) {
            possible.add(possible(inverse, whereabouts));
        }
        this.plan = possible.get(0);
    }

    /**
     * @param inverses the inverses of a migration's entries that were not taken back yet, in the order in which they will be
     * @param holdings what the roles that they drop have got
     */
    static WayBack of(List<Plan> inverses, Snapshot snapshot, Map<DropRole, List<RoleHolding>> holdings) {
        return new WayBack(inverses, snapshot, holdings);
    }

    /** What the first of the inverses still can do. */
    Plan plan() {
        return plan;
    }

    /** What all of them together can not do, and why, each as a clause. */
    List<String> left() {
        return List.copyOf(left);
    }

    /** Whether an object stays where it is. */
    boolean isStuck(ObjectId object) {
        return moves.stuck().contains(object);
    }

    private void findKept() {
        Snapshot rest = views.without();
        Map<ObjectId, Identifier> targets = Followers.targets(rest, new Plan(List.copyOf(moves.possible())));
        for (ObjectId object : moves.stuck()) {
            snapshot.find(object).flatMap(CatalogObject::inSchema).ifPresent(kept::add);
        }
        for (Plan inverse : inverses) {
            for (Operation operation : inverse.operations()) {
                if (operation instanceof DropSchema drop) {
                    findKept(rest, drop.schema(), targets);
                }
            }
        }
    }

    private void findKept(Snapshot rest, Identifier schema, Map<ObjectId, Identifier> targets) {
        List<String> staying = new ArrayList<>();
        for (CatalogObject object : rest.objects().toList()) {
            if (isIn(schema, object) && !targets.containsKey(object.id())) {
                staying.add(object.describe());
            }
        }
        for (Publication publication : snapshot.all(Publication.class)) {
            if (publication.schemas().contains(schema)) {
                kept.add(schema);
                left.add("schema " + schema + " stays, since " + publication.describe() + " publishes it");
            }
        }
        if (!staying.isEmpty()) {
            kept.add(schema);
            left.add("schema " + schema + " stays, since it holds "
                    + String.join(", ", staying.subList(0, Math.min(NAMED, staying.size())))
                    + (staying.size() > NAMED ? " and " + (staying.size() - NAMED) + " more" : ""));
        }
    }

    /** Parts go with their wholes, and default privileges with the schema. */
    private static boolean isIn(Identifier schema, CatalogObject object) {
        if (object instanceof Extension extension) {
            return extension.schema().equals(schema);
        }
        return !(object instanceof DefaultAcl)
                && object.partOf().isEmpty()
                && object.inSchema().equals(Optional.of(schema));
    }

    /**
     * Routines come first: the server prints what stands around them with the types where they are before all moves. Jobs and settings
     * come before the moves, too, while nothing is shut.
     */
    private Plan possible(Plan inverse, Whereabouts whereabouts) {
        List<Operation> operations = new ArrayList<>();
        inverse.operations().stream()
                .filter(AlterPrivileges.class::isInstance)
                .flatMap(alter -> privileges.possible((AlterPrivileges) alter).stream())
                .forEach(operations::add);
        inverse.routines().flatMap(r -> routines.possible(r).stream()).forEach(operations::add);
        inverse.jobs().filter(jobs::isPossible).forEach(operations::add);
        inverse.alteredSettings()
                .filter(settings::isPossible)
                .forEach(alter -> operations.add(alter.in(snapshot.server().database())));
        inverse.operations().stream().filter(Notify.class::isInstance).forEach(operations::add);
        Set<CompatibilityView> first = views.goingFirst(
                inverse.droppedViews().toList(), inverse.moves().toList());
        for (Operation operation : inverse.operations()) {
            if (operation instanceof DropView drop && first.contains(drop.view())) {
                operations.add(drop);
            }
        }
        for (Operation operation : inverse.operations()) {
            if (!isBeforeMoves(operation)
                    && !(operation instanceof DropView drop && first.contains(drop.view()))
                    && isPossible(operation)) {
                operations.add(addressed(operation, whereabouts));
            }
        }
        return new Plan(operations);
    }

    private static boolean isBeforeMoves(Operation operation) {
        return operation instanceof AlterPrivileges
                || operation instanceof RoutineOperation
                || operation instanceof AlterJob
                || operation instanceof SettingOperation
                || operation instanceof Notify;
    }

    /** What is called otherwise than at the time of the migration is written as it is called when its turn comes. */
    private Operation addressed(Operation operation, Whereabouts whereabouts) {
        if (operation instanceof AlterSetSchema move) {
            AlterSetSchema addressed = whereabouts.addressed(move);
            whereabouts.move(addressed);
            return addressed;
        }
        if (operation instanceof CreateView || operation instanceof GrantOnView) {
            return renewed((ViewOperation) operation).orElseThrow();
        }
        if (operation instanceof AlterPublication publication
                && snapshot.find(table(publication)).orElse(null) instanceof Relation table) {
            return publication.of(whereabouts.name(table));
        }
        return operation;
    }

    /** A view that comes back is made as it would be today: the relation may have got other columns and privileges. */
    private Optional<Operation> renewed(ViewOperation operation) {
        return contraction.takingBack(new Plan(List.of(operation.inverse()))).operations().stream()
                .findFirst();
    }

    private boolean isRenewable(ViewOperation operation) {
        if (renewed(operation).isPresent()) {
            return true;
        }
        if (operation instanceof CreateView
                && !contraction.isThere(operation.view().name())) {
            left.add(operation.subject()
                    + " can not be made again: its name is taken, or no view would give everybody what "
                    + operation.view().relation() + " gives");
        }
        return false;
    }

    private ObjectId table(AlterPublication operation) {
        return Optional.ofNullable(moved.get(operation.table()))
                .or(() -> snapshot.relation(operation.table()).map(Relation::id))
                .orElse(ObjectId.relation(0));
    }

    private boolean isPossible(Operation operation) {
        if (operation instanceof AlterSetSchema move) {
            return moves.isPossible(move);
        }
        if (operation instanceof DropView drop) {
            return views.isPossible(drop.view());
        }
        if (operation instanceof ViewOperation own) {
            return isRenewable(own);
        }
        if (operation instanceof AlterPublication publication) {
            return isPossible(publication);
        }
        if (operation instanceof AlterDefaultPrivileges defaults) {
            return isThere(defaults.schema())
                    && isThere(Grantee.of(defaults.role()), defaults.grant())
                    && isThere(defaults.grantee(), defaults.grant());
        }
        if (operation instanceof GrantOnSchema grant && !isThere(grant.grantee(), true)
                || operation instanceof RevokeOnSchema revoke && !isThere(revoke.grantee(), false)) {
            return false;
        }
        if (operation instanceof PolicyOperation policy) {
            return policies.isPossible(policy);
        }
        if (operation instanceof DropRole drop) {
            return roles.isPossible(drop);
        }
        return !(operation instanceof SchemaOperation own) || isThere(own.schema());
    }

    private boolean isThere(Identifier schema) {
        if (snapshot.schema(schema).isEmpty()) {
            if (!moves.isGone(schema)) {
                left.add("schema " + schema + " was dropped");
            }
            return false;
        }
        return !kept.contains(schema);
    }

    /** What is revoked from a role that is gone went with it. */
    private boolean isThere(Grantee grantee, boolean granted) {
        Optional<Identifier> role = grantee.role();
        if (role.isEmpty() || snapshot.role(role.get()).isPresent()) {
            return true;
        }
        if (granted) {
            left.add("role " + role.get() + " was dropped, and so were its privileges");
        }
        return false;
    }

    /** A table that does not move back keeps its publications. */
    private boolean isPossible(AlterPublication operation) {
        ObjectId table = table(operation);
        if (moves.stuck().contains(table)) {
            return false;
        }
        Optional<Publication> publication = snapshot.all(Publication.class).stream()
                .filter(p -> p.name().equals(operation.publication()))
                .findFirst();
        if (publication.isEmpty()) {
            left.add("publication " + operation.publication() + " was dropped");
            return false;
        }
        if (publication.get().tables().contains(table.oid()) == operation.add()) {
            left.add("publication " + operation.publication() + " has "
                    + (operation.add() ? "table " + operation.table() + " already" : "no table " + operation.table()));
            return false;
        }
        return true;
    }
}
