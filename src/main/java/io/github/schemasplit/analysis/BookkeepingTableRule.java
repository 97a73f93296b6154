package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import java.util.List;

/** Tables of migration tools. */
final class BookkeepingTableRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        return assignment.bookkeeping().stream()
                .map(t -> Finding.of(
                        FindingCode.BOOKKEEPING_TABLE,
                        Severity.INFO,
                        t.describe(),
                        "a migration tool keeps its history in it and looks for it in schema "
                                + t.name().schema() + ", so it stays",
                        "nothing; to move it all the same, name it exactly in the mapping and tell the tool"))
                .toList();
    }
}
