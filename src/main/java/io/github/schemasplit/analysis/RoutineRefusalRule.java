package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.names.RoutineTexts;
import java.util.List;

/** Routines whose text names what moves, or may, where the mapping asks that nothing moves then. */
final class RoutineRefusalRule implements AnalysisRule {
    private final RoutineTexts texts;

    RoutineRefusalRule(RoutineTexts texts) {
        this.texts = texts;
    }

    @Override
    public List<Finding> check(Assignment assignment) {
        return assignment.mapping().routineBodies().value() == RoutineBodies.FAIL
                ? RoutineTextRule.findings(texts, Severity.ERROR)
                : List.of();
    }
}
