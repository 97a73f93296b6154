package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.AclHolder;
import io.github.schemasplit.catalog.AclKind;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
        return operations.stream().filter(AlterSetSchema.class::isInstance).map(AlterSetSchema.class::cast);
    }

    /** What it does about who may do what, in order. */
    public Stream<AccessOperation> access() {
        return operations.stream().filter(AccessOperation.class::isInstance).map(AccessOperation.class::cast);
    }

    /** What is counted of it: what it moves, and of how much it changes who may do what, and what an API serves. */
    public long work() {
        return moves().count() + access().count() + servedSchemas().count();
    }

    /** What it does with compatibility views, in order. */
    public Stream<ViewOperation> views() {
        return operations.stream().filter(ViewOperation.class::isInstance).map(ViewOperation.class::cast);
    }

    /** The views that it makes, in order. */
    public Stream<CompatibilityView> madeViews() {
        return operations.stream().filter(CreateView.class::isInstance).map(create -> ((CreateView) create).view());
    }

    /** The views that it drops, in order. */
    public Stream<CompatibilityView> droppedViews() {
        return operations.stream().filter(DropView.class::isInstance).map(drop -> ((DropView) drop).view());
    }

    /** The routines among the operations that get another body, in order. */
    public Stream<ReplaceRoutine> replacements() {
        return operations.stream().filter(ReplaceRoutine.class::isInstance).map(ReplaceRoutine.class::cast);
    }

    /** What it does to routines where they are, in order. */
    public Stream<RoutineOperation> routines() {
        return operations.stream().filter(RoutineOperation.class::isInstance).map(RoutineOperation.class::cast);
    }

    /** The jobs of pg_cron among the operations, in order. */
    public Stream<AlterJob> jobs() {
        return operations.stream().filter(AlterJob.class::isInstance).map(AlterJob.class::cast);
    }

    /** The settings of search_path among the operations, in order. */
    public Stream<AlterSearchPath> searchPaths() {
        return operations.stream().filter(AlterSearchPath.class::isInstance).map(AlterSearchPath.class::cast);
    }

    /** The lists of what an API serves among the operations, in order. */
    public Stream<AlterServedSchemas> servedSchemas() {
        return operations.stream().filter(AlterServedSchemas.class::isInstance).map(AlterServedSchemas.class::cast);
    }

    /** The settings of the database and of roles among the operations, in order. */
    public Stream<SettingOperation> alteredSettings() {
        return operations.stream().filter(SettingOperation.class::isInstance).map(SettingOperation.class::cast);
    }

    /** What it does about roles themselves, in order. */
    public Stream<RoleOperation> roles() {
        return operations.stream().filter(RoleOperation.class::isInstance).map(RoleOperation.class::cast);
    }

    /** The access control lists that it makes others, in order. */
    public Stream<AlterPrivileges> privileges() {
        return operations.stream().filter(AlterPrivileges.class::isInstance).map(AlterPrivileges.class::cast);
    }

    /** What it does to the row security of tables, in order. */
    public Stream<PolicyOperation> policies() {
        return operations.stream().filter(PolicyOperation.class::isInstance).map(PolicyOperation.class::cast);
    }

    /** What the routine of an operation is called before the first operation. */
    public QualifiedName nameAtFirst(RoutineOperation operation) {
        return moves().filter(move -> move.object().equals(operation.routine()))
                .map(AlterSetSchema::name)
                .findFirst()
                .orElse(operation.name());
    }

    /** What its transaction must set, each as {@code name = value}. */
    public List<String> settings() {
        List<String> settings = new ArrayList<>();
        if (replacements().findAny().isPresent()) {
            settings.addAll(ReplaceRoutine.SETTINGS);
        }
        if (operations.stream().anyMatch(o -> o instanceof AlterRoutine || o instanceof SettingOperation)) {
            settings.addAll(AlterRoutine.SETTINGS);
        }
        if (policies().findAny().isPresent()) {
            settings.addAll(PolicyOperation.SETTINGS);
        }
        return settings.stream().distinct().toList();
    }

    /**
     * The same, with all views dropped before anything else: the server may have given their types names that others come back with. What
     * it would do to privileges on them goes with them.
     */
    public Plan dropsFirst() {
        List<Operation> ordered = new ArrayList<>(
                operations.stream().filter(DropView.class::isInstance).toList());
        Set<QualifiedName> dropped = droppedViews().map(CompatibilityView::name).collect(Collectors.toSet());
        operations.stream()
                .filter(operation -> !(operation instanceof DropView) && !isOn(operation, dropped))
                .forEach(ordered::add);
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
