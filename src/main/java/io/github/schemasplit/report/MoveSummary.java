package io.github.schemasplit.report;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is to be moved, as one line. */
public final class MoveSummary {
    private MoveSummary() {}

    /** Such as {@code 63 tables, 12 partitions, 6 views and 4 other objects to 5 schemas}. */
    public static String of(Assignment assignment) {
        List<Placement> moves = assignment.moves();
        Set<Identifier> schemas = new HashSet<>();
        long tables = 0;
        long partitions = 0;
        long views = 0;
        for (Placement move : moves) {
            schemas.add(move.target());
            if (!(move.object() instanceof Relation relation)) {
                continue;
            }
            if (relation.partition()) {
                partitions++;
            } else if (relation.kind().isTable()) {
                tables++;
            } else if (relation.kind().isView()) {
                views++;
            }
        }
        List<String> parts = new ArrayList<>();
        add(parts, tables, "table");
        add(parts, partitions, "partition");
        add(parts, views, "view");
        add(parts, moves.size() - tables - partitions - views, "other object");
        String list = parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.get(parts.size() - 1);
        return list + " to " + Figures.counted(schemas.size(), "schema");
    }

    private static void add(List<String> parts, long count, String noun) {
        if (count > 0) {
            parts.add(Figures.counted(count, noun));
        }
    }
}
