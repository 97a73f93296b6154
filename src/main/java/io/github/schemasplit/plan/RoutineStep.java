package io.github.schemasplit.plan;

import io.github.schemasplit.analysis.RoutineTexts;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.RoutineBodies;
import java.util.ArrayList;
import java.util.List;

/**
 * Routines whose text names what moves get a text that names it where it goes. Each batch of a migration is planned by itself, so that
 * it edits the names of what it moves and no others: a routine gets another body with every batch that it names, works in between, and
 * needs not move together with what it names. They come before the moves, while the types of their
 * arguments are still called as the server printed them.
 */
final class RoutineStep implements PlanStep {
    @Override
    public List<Operation> operations(Assignment assignment) {
        if (assignment.mapping().routineBodies().value() != RoutineBodies.REWRITE
                || assignment.moves().isEmpty()) {
            return List.of();
        }
        Snapshot snapshot = assignment.snapshot();
        RoutineTexts texts = new RoutineTexts(assignment);
        List<Operation> operations = new ArrayList<>();
        for (Routine routine : snapshot.all(Routine.class)) {
            texts.mended(routine)
                    .map(text -> ReplaceRoutine.of(routine, snapshot, text, "its text names what moves"))
                    .ifPresent(operations::add);
        }
        return operations;
    }
}
