package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.names.RoutineTexts;
import java.util.List;

/** Jobs of pg_cron whose commands name what moves, or may, where the mapping asks that nothing moves then. */
final class ScheduledJobRefusalRule implements AnalysisRule {
    private final RoutineTexts texts;

    ScheduledJobRefusalRule(RoutineTexts texts) {
        this.texts = texts;
    }

    @Override
    public List<Finding> check(Assignment assignment) {
        return assignment.mapping().routineBodies().value() == RoutineBodies.FAIL
                ? ScheduledJobRule.findings(texts, Severity.ERROR)
                : List.of();
    }
}
