package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.names.RoutineTexts;
import io.github.schemasplit.sql.SearchPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Routines whose text names what moves get a text that names it where it goes, or a path by which they find it there. Each batch of a
 * migration is planned by itself, so that it edits the names of what it moves and no others: a routine gets another body, or path, with
 * every batch that it names, works in between, and needs not move together with what it names. They come before the moves, while the
 * types of their arguments are still called as the server printed them.
 */
final class RoutineStep implements PlanStep {
    private final RoutineTexts texts;

    RoutineStep(RoutineTexts texts) {
        this.texts = texts;
    }

    private static final String REASON = "its text names what moves";

    @Override
    public List<Operation> operations(Assignment assignment) {
        if (assignment.moves().isEmpty()) {
            return List.of();
        }
        return switch (assignment.mapping().routineBodies().value()) {
            case REWRITE -> replacements(assignment);
            case SEARCH_PATH -> alterations(assignment);
            case REPORT, FAIL -> List.of();
        };
    }

    private List<Operation> replacements(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        List<Operation> operations = new ArrayList<>();
        for (Routine routine : snapshot.all(Routine.class)) {
            Optional<String> text = texts.mended(routine);
            if (text.isPresent()) {
                operations.add(ReplaceRoutine.of(routine, snapshot, text.get(), REASON));
            }
        }
        return operations;
    }

    private List<Operation> alterations(Assignment assignment) {
        List<Operation> operations = new ArrayList<>();
        for (Routine routine : assignment.snapshot().all(Routine.class)) {
            Optional<SearchPath> path = texts.paths().extended(routine);
            if (path.isPresent()) {
                operations.add(AlterRoutine.of(routine, path.get(), REASON));
            }
        }
        return operations;
    }
}
