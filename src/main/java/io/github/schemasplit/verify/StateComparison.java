package io.github.schemasplit.verify;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.StateChange;
import io.github.schemasplit.catalog.StateChanges;
import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The states that the journal holds against those of now. */
final class StateComparison {
    private final List<StateChange> changes;
    private final Expectation expectation;

    StateComparison(ObjectStates then, ObjectStates now, Expectation expectation) {
        this.changes = StateChanges.between(then, now);
        this.expectation = expectation;
    }

    /**
     * What is gone, moved or changed is an error, of the database itself a warning; what is new is worth knowing.
     *
     * @param watched the schemas in which new objects are looked for
     */
    Stream<Finding> findings(Set<Identifier> watched) {
        return changes.stream()
                .filter(c -> c.kind() != StateChange.Kind.MADE
                        || c.schema().filter(watched::contains).isPresent())
                .map(this::finding);
    }

    private Finding finding(StateChange change) {
        return switch (change.kind()) {
            case GONE -> fault(expectation.gone(), change, "It is gone; it was there " + expectation.moment() + ".");
            case MOVED ->
                fault(
                        expectation.changed(),
                        change,
                        "It is in schema " + name(change.schema()) + "; it was in " + name(change.formerSchema()) + " "
                                + expectation.moment() + ".");
            case CHANGED ->
                fault(
                        expectation.changed(),
                        change,
                        "Its definition, owner, privileges, comment or security label are not what they were "
                                + expectation.moment() + ".");
            case MADE ->
                new Finding(
                        FindingCode.NEW_SINCE_MIGRATION,
                        Severity.INFO,
                        change.state().description(),
                        "It was not there " + expectation.moment() + ".",
                        "Nothing, if it was meant.",
                        Optional.empty());
        };
    }

    private static String name(Optional<Identifier> schema) {
        return schema.map(Identifier::sql).orElse("none");
    }

    private Finding fault(FindingCode code, StateChange change, String message) {
        // Everybody's settings for the database are there, search_path among them: to change them may be what was
        // meant.
        Severity severity = change.state().id().catalog() == Catalog.PG_DATABASE ? Severity.WARNING : Severity.ERROR;
        return new Finding(
                code, severity, change.state().description(), message, expectation.remedy(), Optional.empty());
    }
}
