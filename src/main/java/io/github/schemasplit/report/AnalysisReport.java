package io.github.schemasplit.report;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.TableVerdict;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.hazard.Hazard;
import io.github.schemasplit.names.CrossSchemaStatement;
import io.github.schemasplit.plan.Plan;
import java.util.List;

/**
 * What an analysis has to say.
 *
 * @param assignment which object belongs where
 * @param findings what the analysis rules found, worst first
 * @param hazards what risks that would have, the severe ones first
 * @param plan what would be done
 * @param statements those that sessions run and that will join tables of different target schemas, the longest first
 * @param verdicts whether views under the old names will do, of what moves; none where the mapping asks for no views
 */
public record AnalysisReport(
        Assignment assignment,
        List<Finding> findings,
        List<Hazard> hazards,
        Plan plan,
        List<CrossSchemaStatement> statements,
        List<TableVerdict> verdicts) {
    public AnalysisReport {
        findings = List.copyOf(findings);
        hazards = List.copyOf(hazards);
        statements = List.copyOf(statements);
        verdicts = List.copyOf(verdicts);
    }

    public boolean hasErrors() {
        for (Finding finding : findings) {
            if (finding.isError()) {
                return true;
            }
        }
        return false;
    }
}
