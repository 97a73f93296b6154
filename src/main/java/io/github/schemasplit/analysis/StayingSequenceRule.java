package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Dependency;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.SequenceOwners;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Free-standing sequences of the source schema that defaults of moving tables use and that others use too. */
final class StayingSequenceRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        SequenceOwners owners = snapshot.sequenceOwners();
        Identifier source = assignment.mapping().source().value();
        Set<ObjectId> staying = snapshot.relations().stream()
                .filter(r ->
                        r.kind() == RelationKind.SEQUENCE && r.name().schema().equals(source))
                .map(Relation::id)
                .filter(s ->
                        owners.owner(s).isEmpty() && assignment.placement(s).isEmpty())
                .collect(Collectors.toSet());
        Set<ObjectId> used = snapshot.dependencies().stream()
                .filter(d -> staying.contains(d.referenced()) && assignment.moves(d.dependent()))
                .map(Dependency::referenced)
                .collect(Collectors.toSet());
        return snapshot.relations().stream()
                .filter(s -> used.contains(s.id()))
                .map(StayingSequenceRule::finding)
                .toList();
    }

    private static Finding finding(Relation sequence) {
        return Finding.of(
                FindingCode.SEQUENCE_STAYS,
                Severity.INFO,
                sequence.describe(),
                "a moving table uses it, and so does something that will not be in the same schema, so it stays and keeps working",
                "nothing; roles that insert into the table still need USAGE on schema "
                        + sequence.name().schema());
    }
}
