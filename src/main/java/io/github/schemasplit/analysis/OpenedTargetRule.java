package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Cause;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Roles that the plan gives USAGE on a target schema that is there, for the sake of what moves into it, and that hold privileges on
 * what is in it already: the USAGE would open that to them too.
 */
final class OpenedTargetRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Reach reach = new Reach(assignment);
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<Identifier, List<CatalogObject>> staying :
                staying(assignment).entrySet()) {
            check(assignment, reach, staying.getKey(), staying.getValue(), findings);
        }
        return findings;
    }

    private static void check(
            Assignment assignment,
            Reach reach,
            Identifier target,
            List<CatalogObject> staying,
            List<Finding> findings) {
        boolean toEverybody = reach.opensToEverybody(target);
        List<HeldObjects> open = new ArrayList<>();
        List<HeldObjects> others = new ArrayList<>();
        for (HeldObjects group : HeldObjects.staying(target, staying)) {
            if (toEverybody && group.holders().grantees().contains(Grantee.PUBLIC)) {
                open.add(group);
            } else {
                others.add(group);
            }
        }
        if (!open.isEmpty()) {
            findings.add(finding(assignment, reach, Grantee.PUBLIC, target, open));
        }
        Gains gains = new Gains(
                reach, others, (role, group) -> !reach.hasUsage(role, target) && reach.hasUsageAfter(role, target));
        for (Map.Entry<Identifier, List<HeldObjects>> gain : gains.byRole().entrySet()) {
            findings.add(finding(assignment, reach, Grantee.of(gain.getKey()), target, gain.getValue()));
        }
    }

    /** What is in the target schemas that something moves to, and stays there. */
    private static Map<Identifier, List<CatalogObject>> staying(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        Map<Identifier, List<CatalogObject>> staying = new TreeMap<>();
        for (Placement move : assignment.moves()) {
            staying.put(move.target(), new ArrayList<>());
        }
        List<CatalogObject> objects = new ArrayList<>(snapshot.relations());
        objects.addAll(snapshot.all(Routine.class));
        objects.addAll(snapshot.all(Type.class));
        for (CatalogObject object : objects) {
            Optional<Identifier> schema = object.inSchema();
            List<CatalogObject> there = schema.isPresent() ? staying.get(schema.get()) : null;
            if (there != null && standsForItself(snapshot, object) && !leaves(assignment, object)) {
                there.add(object);
            }
        }
        return staying;
    }

    /** The privileges on a composite type are its type's; those on a row type give no access to the table. */
    private static boolean standsForItself(Snapshot snapshot, CatalogObject object) {
        if (object instanceof Type type) {
            Optional<Relation> relation = snapshot.relation(type.relation());
            return type.arrayOf() == 0
                    && (type.relation() == 0 || (relation.isPresent() && isCompositeType(relation.get())));
        }
        return !(object instanceof Relation relation && isCompositeType(relation));
    }

    private static boolean isCompositeType(Relation relation) {
        return relation.kind() == RelationKind.COMPOSITE_TYPE;
    }

    private static boolean leaves(Assignment assignment, CatalogObject object) {
        Optional<Placement> placement = placement(assignment, object);
        return placement.isPresent() && !placement.get().isInPlace();
    }

    /** A sequence that belongs to a column goes where its table goes. */
    private static Optional<Placement> placement(Assignment assignment, CatalogObject object) {
        Optional<Relation> table = assignment.snapshot().sequenceOwners().owner(object.id());
        return assignment.placement(table.isPresent() ? table.get().id() : object.id());
    }

    /**
     * Whether somebody moved it by hand, so that it is meant to be reached there: the mapping names it, or what it is a part of and is
     * there too. A glob may match what has always been there, and so may the name of several routines, and what is said of the rest.
     */
    private static boolean isMeant(Assignment assignment, CatalogObject object) {
        Optional<Placement> placement = placement(assignment, object);
        if (placement.isEmpty()) {
            return false;
        }
        Cause cause = placement.get().cause();
        return cause instanceof Cause.Entry entry
                        && !entry.entry().value().isGlob()
                        && !(object instanceof Routine && namesSeveral(assignment, entry))
                || cause instanceof Cause.ChildOf child
                        && !assignment.moves(child.root())
                        && isMeant(assignment, child.root());
    }

    private static boolean namesSeveral(Assignment assignment, Cause.Entry entry) {
        return assignment.placements().stream()
                        .filter(p -> p.cause().equals(entry))
                        .limit(2)
                        .count()
                > 1;
    }

    private static boolean isMeant(Assignment assignment, ObjectId id) {
        Optional<CatalogObject> object = assignment.snapshot().find(id);
        return object.isPresent() && isMeant(assignment, object.get());
    }

    private static Finding finding(
            Assignment assignment, Reach reach, Grantee holder, Identifier target, List<HeldObjects> gained) {
        List<CatalogObject> objects =
                gained.stream().flatMap(g -> g.objects().stream()).toList();
        boolean one = objects.size() == 1;
        return Finding.of(
                FindingCode.ACCESS_WIDENS,
                objects.stream().allMatch(object -> isMeant(assignment, object)) ? Severity.WARNING : Severity.ERROR,
                holder.isPublic() ? holder.toString() : "role " + holder,
                "the plan grants it USAGE on schema " + target + " for what moves there, and it may use "
                        + Words.count(objects.size(), "object") + " that " + (one ? "is" : "are") + " there already ("
                        + Words.described(objects) + ") but can not reach " + (one ? "it" : "them")
                        + " now, so that the grant would give it access" + SecurityDefiners.among(objects),
                remedy(reach, holder, gained)
                        + "; or, if it is to have access, run first: "
                        + Statement.of("GRANT USAGE ON SCHEMA %s TO %s", target, holder) + ";");
    }

    private static String remedy(Reach reach, Grantee holder, List<HeldObjects> gained) {
        List<Statement> revokes = ObjectRevokes.of(gained, holder, reach.roles());
        return revokes.isEmpty()
                ? "take the privileges on what moves there from it, or send that to another schema"
                : "run: " + revokes.stream().map(Statement::sql).collect(Collectors.joining("; "));
    }
}
