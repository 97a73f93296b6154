package io.github.schemasplit.usecase;

import io.github.schemasplit.names.Words;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.report.AnalysisReport;
import java.util.List;

/**
 * How what is to be done on a copy differs from what is to be done in earnest.
 *
 * @param lacking the statements that are done in earnest alone
 * @param more those that are done on the copy alone
 */
record PlanDifference(List<String> lacking, List<String> more) {
    static PlanDifference of(AnalysisReport earnest, AnalysisReport copy) {
        List<String> wanted = statements(earnest);
        List<String> planned = statements(copy);
        return new PlanDifference(
                wanted.stream().filter(sql -> !planned.contains(sql)).toList(),
                planned.stream().filter(sql -> !wanted.contains(sql)).toList());
    }

    boolean isNone() {
        return lacking.isEmpty() && more.isEmpty();
    }

    private static List<String> statements(AnalysisReport report) {
        return report.plan().operations().stream()
                .map(Operation::statement)
                .map(statement -> statement.sql())
                .toList();
    }

    @Override
    public String toString() {
        return part("not rehearsed", lacking) + part("rehearsed besides", more);
    }

    private static String part(String what, List<String> statements) {
        return statements.isEmpty() ? "" : "; " + what + ": " + Words.some(statements);
    }
}
