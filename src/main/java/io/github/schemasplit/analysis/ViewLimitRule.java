package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.mapping.MappingOption;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** Relations whose use a view under the old name does not serve. */
final class ViewLimitRule implements AnalysisRule {
    private final List<TableVerdict> verdicts;

    ViewLimitRule(List<TableVerdict> verdicts) {
        this.verdicts = List.copyOf(verdicts);
    }

    @Override
    public List<Finding> check(Assignment assignment) {
        List<Finding> findings = new ArrayList<>();
        for (TableVerdict verdict : verdicts) {
            if (verdict.verdict() != Verdict.VIEW) {
                findings.add(finding(verdict, assignment));
            }
        }
        return findings;
    }

    private static Finding finding(TableVerdict verdict, Assignment assignment) {
        return Finding.of(
                FindingCode.COMPAT_VIEW_LIMIT,
                Severity.WARNING,
                verdict.relation().describe(),
                "a view under its old name can not do all that is done with it: " + uses(verdict),
                remedy(verdict, assignment));
    }

    private static String uses(TableVerdict verdict) {
        List<String> uses = new ArrayList<>();
        for (ViewLimit limit : verdict.limits()) {
            List<String> places = new ArrayList<>();
            for (LimitHit hit : verdict.hits()) {
                if (hit.limit() == limit) {
                    places.add(hit.evidence().describe());
                }
            }
            uses.add(limit.words() + " (" + String.join("; ", places) + ")");
        }
        return String.join(", ", uses)
                + (verdict.further() == 0 ? "" : ", and so in " + Words.count(verdict.further(), "more place"));
    }

    private static String remedy(TableVerdict verdict, Assignment assignment) {
        if (verdict.hits().stream().allMatch(hit -> hit.evidence() instanceof Evidence.InSubscription)) {
            return "move the tables of the publisher too, as " + FindingCode.SUBSCRIPTION_FEEDS_MOVED_TABLE + " says";
        }
        Identifier source = verdict.relation().name().schema();
        String remedy = verdict.verdict() == Verdict.SEARCH_PATH
                ? "all of them name it without a schema: let those who run them have a search_path with "
                        + verdict.target().sql() + " before " + source.sql()
                : "before the move, write its name there without a schema, and let those who run it have a search_path with "
                        + verdict.target().sql() + " before " + source.sql() + "; or write "
                        + new QualifiedName(
                                        verdict.target(),
                                        verdict.relation().name().name())
                                .sql()
                        + " when it moves";
        return isInRoutines(verdict) && assignment.mapping().routineBodies().value() != RoutineBodies.REWRITE
                ? remedy + "; or let routines be mended: " + MappingOption.ROUTINE_BODIES.advice("rewrite")
                : remedy;
    }

    private static boolean isInRoutines(TableVerdict verdict) {
        for (LimitHit hit : verdict.hits()) {
            if (hit.evidence() instanceof Evidence.InRoutine) {
                return true;
            }
        }
        return false;
    }
}
