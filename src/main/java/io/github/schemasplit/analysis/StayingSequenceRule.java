package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Dependency;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.SequenceOwners;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Free-standing sequences of the source schema that defaults of moving tables use and that others use too. */
final class StayingSequenceRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        SequenceOwners owners = snapshot.sequenceOwners();
        Identifier source = assignment.mapping().source().value();
        Set<ObjectId> staying = new HashSet<>();
        for (Relation relation : snapshot.relations()) {
            if (relation.kind() == RelationKind.SEQUENCE
                    && relation.name().schema().equals(source)
                    && owners.owner(relation.id()).isEmpty()
                    && assignment.placement(relation.id()).isEmpty()) {
                staying.add(relation.id());
            }
        }
        Set<ObjectId> used = new HashSet<>();
        for (Dependency dependency : snapshot.dependencies()) {
            if (staying.contains(dependency.referenced()) && assignment.moves(dependency.dependent())) {
                used.add(dependency.referenced());
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Relation sequence : snapshot.relations()) {
            if (used.contains(sequence.id())) {
                findings.add(finding(sequence));
            }
        }
        return findings;
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
