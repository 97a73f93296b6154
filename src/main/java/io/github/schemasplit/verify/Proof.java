package io.github.schemasplit.verify;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.ObjectState;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.plan.Followers;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proves, after COMMIT, that a plan did what it says and that nobody did anything else meanwhile: each object that it moves is
 * in its target and as it was, each other one is where and as it was, none is missing, and none is new but those that the plan makes.
 *
 * <p>What an operation changes besides moving is known to the operation itself and taken on trust here, since the server has
 * carried the statement out. Whatever else differs is others' work, since the server audits a change before it commits.
 */
public final class Proof {
    private static final String REMEDY =
            "The change itself is made, and was audited before. Ask who else changes the database's schema; nothing is to be done"
                    + " when that was meant.";

    private final Snapshot before;
    private final Snapshot after;
    private final Plan plan;
    private final Map<ObjectId, Identifier> targets;
    private final Map<ObjectId, ObjectState> statesAfter;
    private final Map<ObjectId, ObjectState> statesBefore;

    private Proof(Snapshot before, ObjectStates statesBefore, Plan plan, Snapshot after, ObjectStates statesAfter) {
        this.before = before;
        this.after = after;
        this.plan = plan;
        this.targets = Followers.targets(before, plan);
        this.statesBefore = statesBefore.byId();
        this.statesAfter = statesAfter.byId();
    }

    /**
     * As {@link #of(Snapshot, ObjectStates, Plan, Snapshot, ObjectStates)}, where the states are not at hand.
     *
     * @param journalSchema the journal's schema, which is left out
     */
    public static List<Finding> of(Snapshot before, Plan plan, Snapshot after, Identifier journalSchema) {
        return of(before, ObjectStates.of(before, journalSchema), plan, after, ObjectStates.of(after, journalSchema));
    }

    /**
     * What speaks against it; empty when it is proved.
     *
     * @param before the database before the plan was carried out
     * @param statesBefore the states of its objects, without the journal's
     * @param after the database after it
     * @param statesAfter the states of its objects, without the journal's
     */
    public static List<Finding> of(
            Snapshot before, ObjectStates statesBefore, Plan plan, Snapshot after, ObjectStates statesAfter) {
        return new Proof(before, statesBefore, plan, after, statesAfter).findings();
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (ObjectState then : statesBefore.values()) {
            Optional<Finding> difference = compare(then);
            if (difference.isPresent()) {
                findings.add(difference.get());
            }
        }
        for (ObjectState now : statesAfter.values()) {
            if (!statesBefore.containsKey(now.id()) && !isPlanned(now.id(), after) && !cameOrWentWithTheWhole(now)) {
                findings.add(finding(FindingCode.UNPLANNED_CHANGE, now, "It was made, and not by the plan."));
            }
        }
        findings.sort(Finding.WORST_FIRST);
        return List.copyOf(findings);
    }

    private Optional<Finding> compare(ObjectState then) {
        ObjectState now = statesAfter.get(then.id());
        if (now == null) {
            return isPlanned(then.id(), before) || cameOrWentWithTheWhole(then)
                    ? Optional.empty()
                    : Optional.of(finding(FindingCode.UNPLANNED_CHANGE, then, "It was dropped, and not by the plan."));
        }
        Identifier target = targets.get(then.id());
        Optional<Identifier> expected = target != null ? Optional.of(target) : then.schema();
        if (!now.schema().equals(expected)) {
            return Optional.of(finding(
                    target != null ? FindingCode.NOT_IN_PLACE : FindingCode.UNPLANNED_CHANGE,
                    now,
                    "It should be in schema " + expected.map(Identifier::sql).orElse("none") + " and is in "
                            + now.schema().map(Identifier::sql).orElse("none") + "."));
        }
        return now.hash().equals(then.hash()) || isPlanned(then.id(), before)
                ? Optional.empty()
                : Optional.of(finding(
                        FindingCode.UNPLANNED_CHANGE,
                        now,
                        "Its definition, owner, privileges, comment or security label changed, and not by the plan."));
    }

    /** Then the finding about the whole says it all. */
    private boolean cameOrWentWithTheWhole(ObjectState part) {
        Optional<ObjectId> whole = part.partOf();
        return whole.isPresent() && statesBefore.containsKey(whole.get()) != statesAfter.containsKey(whole.get());
    }

    /** Asked of the few objects that differ, since it looks at every operation. */
    private boolean isPlanned(ObjectId id, Snapshot snapshot) {
        Optional<CatalogObject> object = snapshot.find(id);
        if (object.isEmpty()) {
            return false;
        }
        for (Operation operation : plan.operations()) {
            if (operation.changes(object.get())) {
                return true;
            }
        }
        return false;
    }

    private static Finding finding(FindingCode code, ObjectState object, String message) {
        return new Finding(code, Severity.ERROR, object.description(), message, REMEDY, Optional.empty());
    }
}
