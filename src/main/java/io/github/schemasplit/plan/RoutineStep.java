package io.github.schemasplit.plan;

import io.github.schemasplit.analysis.RoutineTexts;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.mapping.RoutineBodies;
import java.util.ArrayList;
import java.util.List;

/**
 * Routines whose text names what moves get a text that names it where it goes. They come before the moves, while the types of their
 * arguments are still called as the server printed them.
 */
final class RoutineStep implements PlanStep {
    @Override
    public List<Operation> operations(Assignment assignment) {
        if (assignment.mapping().routineBodies().value() != RoutineBodies.REWRITE
                || assignment.moves().isEmpty()) {
            return List.of();
        }
        RoutineTexts texts = new RoutineTexts(assignment);
        List<Operation> operations = new ArrayList<>();
        for (Routine routine : assignment.snapshot().all(Routine.class)) {
            texts.mended(routine)
                    .map(text -> ReplaceRoutine.of(routine, text, "its text names what moves"))
                    .ifPresent(operations::add);
        }
        return operations;
    }
}
