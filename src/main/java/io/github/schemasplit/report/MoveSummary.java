package io.github.schemasplit.report;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What is to be moved, as one line. */
public final class MoveSummary {
    private MoveSummary() {}

    /** Such as {@code 63 tables, 12 partitions, 6 views and 4 other objects to 5 schemas}. */
    public static String of(Assignment assignment) {
        List<Placement> moves = assignment.moves().toList();
        long tables = count(moves, r -> r.kind().isTable() && !r.partition());
        long partitions = count(moves, Relation::partition);
        long views = count(moves, r -> r.kind().isView());
        List<String> parts = new ArrayList<>();
        add(parts, tables, "table");
        add(parts, partitions, "partition");
        add(parts, views, "view");
        add(parts, moves.size() - tables - partitions - views, "other object");
        String list = parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.get(parts.size() - 1);
        long schemas = moves.stream().map(Placement::target).distinct().count();
        return list + " to " + Figures.counted(schemas, "schema");
    }

    private static long count(List<Placement> moves, Predicate<Relation> which) {
        return moves.stream()
                .filter(p -> p.object() instanceof Relation relation && which.test(relation))
                .count();
    }

    private static void add(List<String> parts, long count, String noun) {
        if (count > 0) {
            parts.add(Figures.counted(count, noun));
        }
    }
}
