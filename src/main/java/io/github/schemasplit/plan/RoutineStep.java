package io.github.schemasplit.plan;

import io.github.schemasplit.analysis.RoutineRights;
import io.github.schemasplit.analysis.RoutineTexts;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.sqltext.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        RoutineTexts texts = new RoutineTexts(assignment);
        List<Operation> operations = new ArrayList<>();
        RoutineRights rights = new RoutineRights(assignment.snapshot());
        for (Routine routine : assignment.snapshot().all(Routine.class)) {
            if (rights.obstacle(routine).isEmpty()) {
                replacement(texts, routine, assignment.snapshot()).ifPresent(operations::add);
            }
        }
        return operations;
    }

    private static Optional<ReplaceRoutine> replacement(RoutineTexts texts, Routine routine, Snapshot snapshot) {
        return texts.read(routine)
                .filter(reading -> !reading.edits().isEmpty())
                .map(reading -> ReplaceRoutine.of(
                        routine,
                        snapshot,
                        TextEdit.apply(routine.source(), reading.edits()),
                        "its text names what moves"));
    }
}
