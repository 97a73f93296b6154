package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.MappingOption;
import io.github.schemasplit.mapping.Unmapped;
import java.util.ArrayList;
import java.util.List;

/** Tables of the source schema that no entry names. */
final class UnmappedTableRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Located<Unmapped> option = assignment.mapping().unmapped();
        Severity severity = option.value() instanceof Unmapped.Keep ? Severity.INFO : Severity.ERROR;
        String remedy = severity == Severity.INFO
                ? "nothing, if it is meant to stay; else name it under the schema it belongs to"
                : "name it under the schema it belongs to, or " + MappingOption.UNMAPPED.advice("keep")
                        + " or to a target schema";
        List<Finding> findings = new ArrayList<>();
        for (Relation table : assignment.unmapped()) {
            findings.add(Finding.of(
                            FindingCode.UNMAPPED_TABLE,
                            severity,
                            table.describe(),
                            "no entry of the mapping names it, so it stays in schema "
                                    + table.name().schema(),
                            remedy)
                    .at(option.origin()));
        }
        return List.copyOf(findings);
    }
}
