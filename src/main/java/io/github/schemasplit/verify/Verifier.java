package io.github.schemasplit.verify;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Cause;
import io.github.schemasplit.assignment.EntryProblem;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.assignment.RestApi;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.MappingOption;
import io.github.schemasplit.mapping.Origin;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.mapping.Unmapped;
import io.github.schemasplit.plan.CompatibilityView;
import io.github.schemasplit.plan.Planner;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in what a database is not as it should be after a migration, or after its rollback. */
public final class Verifier {
    private final Assignment assignment;
    private final Mapping mapping;
    private final Snapshot snapshot;

    private Verifier(Assignment assignment) {
        this.assignment = assignment;
        this.mapping = assignment.mapping();
        this.snapshot = assignment.snapshot();
    }

    /**
     * What is wrong, worst first.
     *
     * @param assignment of the database as it is now
     * @param journalled the states that the journal holds for the expected moment: the end of the last migration, or the start
     *     of the one that was rolled back; empty when there is no journal
     * @param oldNames the compatibility views that must be there by the journal
     * @param journalSchema the journal's schema, which is left out
     */
    public static List<Finding> verify(
            Assignment assignment,
            Optional<ObjectStates> journalled,
            Collection<CompatibilityView> oldNames,
            Identifier journalSchema,
            Expectation expectation) {
        Verifier verifier = new Verifier(assignment);
        Stream<Finding> states = journalled.stream()
                .flatMap(then -> new StateComparison(
                                then, ObjectStates.of(assignment.database(), journalSchema), expectation)
                        .findings(verifier.watched()));
        Stream<Finding> places = expectation == Expectation.MIGRATED
                ? verifier.places()
                : journalled.isPresent() ? Stream.empty() : verifier.stillMoved();
        return Stream.of(
                        places,
                        new OldNameViews(assignment.database()).findings(),
                        new GoneOldNames(assignment.database(), oldNames).findings(),
                        states)
                .flatMap(findings -> findings)
                .distinct()
                .sorted(Finding.WORST_FIRST)
                .toList();
    }

    private Set<Identifier> watched() {
        return Stream.concat(
                        Stream.of(mapping.source().value()),
                        mapping.targets().stream().map(TargetSchema::name).map(name -> name.value()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Finding> places() {
        return Stream.of(
                        notInPlace(),
                        notFound(),
                        inTwoSchemas(),
                        leftInSource(),
                        roles(),
                        access(),
                        policies(),
                        served())
                .flatMap(findings -> findings);
    }

    private Stream<Finding> notInPlace() {
        return assignment.moves().stream()
                .map(p -> finding(
                        FindingCode.NOT_IN_PLACE,
                        p.object().describe(),
                        "It belongs to schema " + p.target() + ".",
                        "Run schema:migrate.",
                        origin(p)));
    }

    private Stream<Finding> access() {
        return new Planner()
                .access(assignment).operations().stream()
                        .map(operation -> finding(
                                FindingCode.ACCESS_NOT_AS_MAPPED,
                                operation.subject(),
                                "What is granted on it is not what the mapping says.",
                                "Run schema:migrate, or: "
                                        + operation.statement().sql() + ";",
                                Optional.empty()));
    }

    /** What only others may set, {@code schema:analyze} tells. */
    private Stream<Finding> served() {
        return RestApi.of(assignment).changes().stream()
                .map(change -> finding(
                        FindingCode.API_NOT_AS_MAPPED,
                        change.server().role().describe(),
                        "The API that connects as it does not serve "
                                + change.added().stream().map(Identifier::sql).collect(Collectors.joining(", "))
                                + ", as the mapping says.",
                        "Run schema:migrate.",
                        Optional.empty()));
    }

    private Stream<Finding> roles() {
        return Planner.roles(assignment).stream()
                .map(operation -> finding(
                        FindingCode.ACCESS_NOT_AS_MAPPED,
                        operation.subject(),
                        "The mapping asks for it, and it is not there.",
                        "Run schema:migrate, or: " + operation.statement().sql() + ";",
                        Optional.empty()));
    }

    /** Of tables that are not in place yet, that is said. */
    private Stream<Finding> policies() {
        return Planner.policies(assignment).stream()
                .filter(operation -> !assignment.moves(operation.relation()))
                .map(operation -> finding(
                        FindingCode.POLICY_DIFFERS,
                        operation.subject(),
                        "The mapping says otherwise: " + operation.statement().sql() + ".",
                        "Run schema:migrate.",
                        Optional.empty()));
    }

    private Stream<Finding> notFound() {
        return assignment.problems().stream()
                .filter(EntryProblem.NotFound.class::isInstance)
                .map(p -> finding(
                        FindingCode.NOT_IN_PLACE,
                        p.kind().noun() + " " + p.entry().value().text(),
                        "The mapping names it for schema " + p.target() + ", and it is in neither that schema nor "
                                + mapping.source().value() + ".",
                        "Correct the mapping, or create it.",
                        Optional.of(p.entry().origin())));
    }

    /** A table that only goes along with another may always have had the name of one that stays. */
    private Stream<Finding> inTwoSchemas() {
        return assignment.placements().stream()
                .filter(p -> p.cause() instanceof Cause.Entry)
                .filter(p -> p.object() instanceof Relation relation
                        && relation.kind().isTable())
                .filter(p -> isTable(p.current().in(p.target()))
                        && isTable(p.current().in(mapping.source().value())))
                .map(p -> finding(
                        FindingCode.IN_TWO_SCHEMAS,
                        "table " + p.current().in(p.target()),
                        "A table of that name is in schema " + mapping.source().value() + " too.",
                        "Find out which one the application uses, and rename or drop the other.",
                        origin(p)));
    }

    private boolean isTable(QualifiedName name) {
        return snapshot.relation(name).filter(r -> r.kind().isTable()).isPresent();
    }

    private Stream<Finding> leftInSource() {
        if (!(mapping.unmapped().value() instanceof Unmapped.Fail)) {
            return Stream.empty();
        }
        return assignment.unmapped().stream()
                .map(table -> finding(
                        FindingCode.LEFT_IN_SOURCE,
                        table.describe(),
                        "No entry of the mapping names it.",
                        "Name it under a schema of the mapping, or " + MappingOption.UNMAPPED.advice("keep") + ".",
                        Optional.of(mapping.unmapped().origin())));
    }

    /** Without a journal all that can be said is that what the mapping names should not be in a target schema. */
    private Stream<Finding> stillMoved() {
        return assignment.placements().stream()
                .filter(Placement::isInPlace)
                .map(p -> finding(
                        FindingCode.NOT_RESTORED,
                        p.object().describe(),
                        "It is still in its target schema, and there is no journal that tells where it was.",
                        "Move it back by hand or from a backup.",
                        origin(p)));
    }

    private static Optional<Origin> origin(Placement placement) {
        return placement.cause() instanceof Cause.Entry cause
                ? Optional.of(cause.entry().origin())
                : Optional.empty();
    }

    private static Finding finding(
            FindingCode code, String subject, String message, String remedy, Optional<Origin> origin) {
        return new Finding(code, Severity.ERROR, subject, message, remedy, origin);
    }
}
