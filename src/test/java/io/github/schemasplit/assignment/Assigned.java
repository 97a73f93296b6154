package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.List;

/** An assignment with answers as text, for assertions. */
record Assigned(Assignment assignment) {
    static Assigned of(SnapshotBuilder database, MappingBuilder mapping) {
        return new Assigned(Assigner.assign(database.build(), mapping.build()));
    }

    /** The objects that move, as {@code table public.a -> x}. */
    List<String> moves() {
        return assignment.moves().stream()
                .map(p -> p.object().describe() + " -> " + p.target().value())
                .toList();
    }

    List<String> inPlace() {
        return assignment.placements().stream()
                .filter(Placement::isInPlace)
                .map(p -> p.object().describe())
                .toList();
    }

    Cause cause(CatalogObject object) {
        return assignment.placement(object.id()).orElseThrow().cause();
    }

    List<String> unmapped() {
        return assignment.unmapped().stream().map(CatalogObject::describe).toList();
    }

    List<String> bookkeeping() {
        return assignment.bookkeeping().stream().map(CatalogObject::describe).toList();
    }

    List<String> problems() {
        return assignment.problems().stream().map(Assigned::text).toList();
    }

    private static String text(EntryProblem problem) {
        String entry = problem.target().value() + "." + problem.entry().value().text() + ": ";
        if (problem instanceof EntryProblem.NotFound p) {
            return entry + "not found " + p.nearest();
        }
        if (problem instanceof EntryProblem.NamedTwice p) {
            return entry + p.object().describe() + " also " + p.otherTarget().value() + "."
                    + p.other().value().text();
        }
        return problem instanceof EntryProblem.CannotMove p
                ? entry + p.object().describe() + ": " + p.reason()
                : entry + "matches nothing";
    }
}
