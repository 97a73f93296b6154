package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.AclHolder;
import io.github.schemasplit.catalog.AclKind;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What to do, in order.
 *
 * @param operations the operations; empty when the database is as the mapping says
 */
public record Plan(List<Operation> operations) {
    public Plan {
        operations = List.copyOf(operations);
    }

    public boolean isEmpty() {
        return operations.isEmpty();
    }

    /** The moves among the operations, in order. */
    public Stream<AlterSetSchema> moves() {
        return of(AlterSetSchema.class);
    }

    /** What it does about who may do what, in order. */
    public Stream<AccessOperation> access() {
        return of(AccessOperation.class);
    }

    /** What is counted of it: what it moves, and of how much it changes who may do what, and what an API serves. */
    public long work() {
        return moves().count() + access().count() + servedSchemas().count();
    }

    /** What it does with compatibility views, in order. */
    public Stream<ViewOperation> views() {
        return of(ViewOperation.class);
    }

    /** The views that it makes, in order. */
    public Stream<CompatibilityView> madeViews() {
        return of(CreateView.class).map(CreateView::view);
    }

    /** The views that it drops, in order. */
    public Stream<CompatibilityView> droppedViews() {
        return of(DropView.class).map(DropView::view);
    }

    /** The routines among the operations that get another body, in order. */
    public Stream<ReplaceRoutine> replacements() {
        return of(ReplaceRoutine.class);
    }

    /** What it does to routines where they are, in order. */
    public Stream<RoutineOperation> routines() {
        return of(RoutineOperation.class);
    }

    /** The jobs of pg_cron among the operations, in order. */
    public Stream<AlterJob> jobs() {
        return of(AlterJob.class);
    }

    /** The settings of search_path among the operations, in order. */
    public Stream<AlterSearchPath> searchPaths() {
        return of(AlterSearchPath.class);
    }

    /** The lists of what an API serves among the operations, in order. */
    public Stream<AlterServedSchemas> servedSchemas() {
        return of(AlterServedSchemas.class);
    }

    /** The settings of the database and of roles among the operations, in order. */
    public Stream<SettingOperation> alteredSettings() {
        return of(SettingOperation.class);
    }

    /** What it does about roles themselves, in order. */
    public Stream<RoleOperation> roles() {
        return of(RoleOperation.class);
    }

    /** The access control lists that it makes others, in order. */
    public Stream<AlterPrivileges> privileges() {
        return of(AlterPrivileges.class);
    }

    /** What it does to the row security of tables, in order. */
    public Stream<PolicyOperation> policies() {
        return of(PolicyOperation.class);
    }

    private <T> Stream<T> of(Class<T> kind) {
        return operations.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** What the routine of an operation is called before the first operation. */
    public QualifiedName nameAtFirst(RoutineOperation operation) {
        for (AlterSetSchema move : moves().toList()) {
            if (move.object().equals(operation.routine())) {
                return move.name();
            }
        }
        return operation.name();
    }

    /** What its transaction must set, each as {@code name = value}. */
    public List<String> settings() {
        Set<String> settings = new LinkedHashSet<>();
        if (has(ReplaceRoutine.class)) {
            settings.addAll(ReplaceRoutine.SETTINGS);
        }
        if (has(AlterRoutine.class) || has(SettingOperation.class)) {
            settings.addAll(AlterRoutine.SETTINGS);
        }
        if (has(PolicyOperation.class)) {
            settings.addAll(PolicyOperation.SETTINGS);
        }
        return List.copyOf(settings);
    }

    private boolean has(Class<? extends Operation> kind) {
        return of(kind).findAny().isPresent();
    }

    /**
     * The same, with all views dropped before anything else: the server may have given their types names that others come back with. What
     * it would do to privileges on them goes with them.
     */
    public Plan dropsFirst() {
        List<Operation> ordered = new ArrayList<>(of(DropView.class).toList());
        Set<QualifiedName> dropped = new HashSet<>();
        for (CompatibilityView view : droppedViews().toList()) {
            dropped.add(view.name());
        }
        for (Operation operation : operations) {
            if (!(operation instanceof DropView) && !isOn(operation, dropped)) {
                ordered.add(operation);
            }
        }
        return new Plan(ordered);
    }

    private static boolean isOn(Operation operation, Set<QualifiedName> relations) {
        return operation instanceof AlterPrivileges alter
                && alter.holder() instanceof AclHolder.OfObject object
                && object.kind() == AclKind.TABLE
                && relations.contains(object.name());
    }

    /** The plan that takes this one back: the inverse of each operation, last first; who is told several things is told them in order. */
    public Plan inverse() {
        List<Operation> inverses = new ArrayList<>();
        for (Operation operation : operations) {
            inverses.add(operation.inverse());
        }
        Collections.reverse(inverses);
        int told = 0;
        for (int i = 0; i <= inverses.size(); i++) {
            if (i == inverses.size() || !(inverses.get(i) instanceof Notify)) {
                Collections.reverse(inverses.subList(told, i));
                told = i + 1;
            }
        }
        return new Plan(inverses);
    }

    /**
     * The same operations in the order in which they disturb least: what moves by a lock of its own comes idle first and busiest
     * last, so that what many use is shut for the shortest time. All else keeps its place.
     *
     * @param activity how busy each relation is; those that are not in it are idle
     */
    public Plan busiestLast(Map<ObjectId, Long> activity) {
        boolean viewsAlone = moves().findAny().isEmpty();
        List<Together> all = Together.of(operations);
        List<Together> shutting = new ArrayList<>();
        for (Together together : all) {
            if (together.changesPlaces(viewsAlone)) {
                shutting.add(together);
            }
        }
        shutting.sort(Comparator.comparing(
                together -> activity.getOrDefault(together.shuts().orElseThrow(), 0L)));
        Iterator<Together> next = shutting.iterator();
        List<Operation> reordered = new ArrayList<>();
        for (Together together : all) {
            reordered.addAll(together.changesPlaces(viewsAlone) ? next.next().operations() : together.operations());
        }
        return new Plan(reordered);
    }
}
