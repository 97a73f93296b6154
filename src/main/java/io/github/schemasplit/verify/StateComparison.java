package io.github.schemasplit.verify;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.ObjectState;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The states that the journal holds against those of now. What was dropped or made together with the object that it is a part
 * of is not said again.
 */
final class StateComparison {
    private final Map<ObjectId, ObjectState> then;
    private final Map<ObjectId, ObjectState> now;
    private final Snapshot snapshot;
    private final Identifier journalSchema;
    private final Expectation expectation;

    StateComparison(ObjectStates then, Snapshot snapshot, Identifier journalSchema, Expectation expectation) {
        this.then = then.byId();
        this.now = ObjectStates.of(snapshot, journalSchema).byId();
        this.snapshot = snapshot;
        this.journalSchema = journalSchema;
        this.expectation = expectation;
    }

    /**
     * What is gone, moved or changed is an error; what is new is worth knowing.
     *
     * @param watched the schemas in which new objects are looked for
     */
    Stream<Finding> findings(Set<Identifier> watched) {
        return Stream.concat(then.values().stream().flatMap(s -> compare(s).stream()), made(watched));
    }

    private Optional<Finding> compare(ObjectState before) {
        ObjectState after = now.get(before.id());
        if (after == null) {
            boolean saidOfTheWhole = before.partOf()
                    .filter(whole -> then.containsKey(whole) && !now.containsKey(whole))
                    .isPresent();
            return saidOfTheWhole
                    ? Optional.empty()
                    : Optional.of(error(
                            expectation.gone(),
                            before.description(),
                            "It is gone; it was there " + expectation.moment() + "."));
        }
        if (movedAlone(before, after)) {
            return Optional.of(error(
                    expectation.changed(),
                    after.description(),
                    "It is in schema " + name(after) + "; it was in " + name(before) + " " + expectation.moment()
                            + "."));
        }
        return !isChanged(before) || changedWithItsRelation(before)
                ? Optional.empty()
                : Optional.of(error(
                        expectation.changed(),
                        after.description(),
                        "Its definition, owner, privileges or comment are not what they were " + expectation.moment()
                                + "."));
    }

    private boolean isChanged(ObjectState before) {
        return !Optional.ofNullable(now.get(before.id())).map(ObjectState::hash).equals(Optional.of(before.hash()));
    }

    /** A row type takes the owner of its relation, and an array type that of its element type. */
    private boolean changedWithItsRelation(ObjectState before) {
        return before.id().catalog() == Catalog.PG_TYPE
                && before.partOf().map(then::get).filter(this::isChanged).isPresent();
    }

    private boolean movedAlone(ObjectState before, ObjectState after) {
        return !after.schema().equals(before.schema())
                && before.partOf()
                        .map(now::get)
                        .filter(whole -> whole.schema().equals(after.schema()))
                        .isEmpty();
    }

    private static String name(ObjectState state) {
        return state.schema().map(Identifier::sql).orElse("none");
    }

    private Finding error(FindingCode code, String subject, String message) {
        return new Finding(code, Severity.ERROR, subject, message, expectation.remedy(), Optional.empty());
    }

    private Stream<Finding> made(Set<Identifier> watched) {
        return ObjectStates.objects(snapshot, journalSchema)
                .filter(o -> !then.containsKey(o.id()))
                .filter(o ->
                        o.partOf().filter(whole -> !then.containsKey(whole)).isEmpty())
                .filter(o -> ObjectStates.schemaOf(o, snapshot)
                        .filter(watched::contains)
                        .isPresent())
                .map(CatalogObject::id)
                .map(now::get)
                .map(made -> new Finding(
                        FindingCode.NEW_SINCE_MIGRATION,
                        Severity.INFO,
                        made.description(),
                        "It was not there " + expectation.moment() + ".",
                        "Nothing, if it was meant.",
                        Optional.empty()));
    }
}
