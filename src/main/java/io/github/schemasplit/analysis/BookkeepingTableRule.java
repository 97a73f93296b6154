package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Relation;
import java.util.ArrayList;
import java.util.List;

/** Tables of migration tools. */
final class BookkeepingTableRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        List<Finding> findings = new ArrayList<>();
        for (Relation table : assignment.bookkeeping()) {
            findings.add(Finding.of(
                    FindingCode.BOOKKEEPING_TABLE,
                    Severity.INFO,
                    table.describe(),
                    "a migration tool keeps its history in it and looks for it in schema "
                            + table.name().schema() + ", so it stays",
                    "nothing; to move it all the same, name it exactly in the mapping and tell the tool"));
        }
        return findings;
    }
}
