package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names that moving objects take in their target schemas and that something there has, or another object that moves there too. */
final class NameClashRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Map<SchemaObject, Identifier> moves = new LinkedHashMap<>();
        for (Placement placement : assignment.moves()) {
            moves.put(placement.object(), placement.target());
        }
        List<Finding> findings = new ArrayList<>();
        for (NameClash clash : NameClash.of(assignment.database(), moves)) {
            findings.add(Finding.of(
                    FindingCode.NAME_CLASH,
                    Severity.ERROR,
                    clash.bearer().describe(),
                    clash.describe(),
                    "rename one of the two (ALTER … RENAME TO), drop the one that is not needed, or send "
                            + clash.moving().describe() + " to another schema"));
        }
        return List.copyOf(findings);
    }
}
