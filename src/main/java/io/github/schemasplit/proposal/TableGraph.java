package io.github.schemasplit.proposal;

import io.github.schemasplit.graph.WeightedGraph;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The graph of tables in which communities are looked for.
 *
 * <p>What is tied to everything says little about where the other end belongs: a tie counts the less, the more tables refer to the one of its
 * ends that more refer to. A table such as {@code users} then goes with those that refer to nothing else, and does not draw in the rest.
 */
final class TableGraph {
    /** Between 0, where a table that all refer to counts like any other, and 1, where all that refer to it count together like one. */
    private static final double DAMPING = 0.75;

    /** A text, or a word, that has more tables ties each to so many of the others: it says less, and the graph stays small. */
    private static final int REACH = 32;

    private final SourceTables tables;
    private final Map<Identifier, Set<Identifier>> referrers = new HashMap<>();
    private final Map<Identifier, Set<Identifier>> companions = new HashMap<>();
    private final Set<Object> said = new HashSet<>();
    private final List<WeightedGraph.Tie<Identifier>> edges = new ArrayList<>();

    private TableGraph(SourceTables tables, List<Tie> ties) {
        this.tables = tables;
        for (Tie tie : ties) {
            if (tie.kind() == TieKind.FOREIGN_KEY && tie.tables().size() == 2) {
                referrers
                        .computeIfAbsent(tie.tables().get(1), t -> new HashSet<>())
                        .add(tie.tables().get(0));
            } else if (tie.kind() != TieKind.NAME && tie.tables().size() > 1) {
                tie.tables()
                        .forEach(table -> companions
                                .computeIfAbsent(table, t -> new HashSet<>())
                                .addAll(tie.tables()));
            }
        }
        ties.forEach(this::add);
    }

    /** That of some ties; its nodes are the leaders of tables that go together in any case. */
    static WeightedGraph<Identifier> of(SourceTables tables, List<Tie> ties) {
        TableGraph graph = new TableGraph(tables, ties);
        return new WeightedGraph<>(tables.names().stream().map(tables::leader).toList(), graph.edges);
    }

    private void add(Tie tie) {
        List<Identifier> ends = tie.tables();
        // A second key between the same two tables says nothing new, and a second trigger neither.
        boolean mayRepeat = tie.kind() != TieKind.FOREIGN_KEY && tie.kind() != TieKind.TRIGGER;
        if (ends.size() < 2 || !mayRepeat && !said.add(List.of(tie.kind(), ends))) {
            return;
        }
        double weight = tie.kind().weight() * tie.strength() / Math.min(ends.size() - 1, REACH);
        for (int one = 0; one < ends.size(); one++) {
            for (int other = one + 1; other < ends.size() && other - one <= REACH; other++) {
                edges.add(new WeightedGraph.Tie<>(
                        tables.leader(ends.get(one)),
                        tables.leader(ends.get(other)),
                        weight * damping(tie.kind(), ends.get(one), ends.get(other))));
            }
        }
    }

    private double damping(TieKind kind, Identifier one, Identifier other) {
        int most = switch (kind) {
            case NAME -> 1;
            case FOREIGN_KEY -> prominence(other);
            default -> Math.max(prominence(one), prominence(other));
        };
        return StrictMath.pow(Math.max(1, most), -DAMPING);
    }

    /** How many tables refer to one; where nobody wrote foreign keys, how many are named beside it. */
    private int prominence(Identifier table) {
        return referrers.isEmpty()
                ? companions.getOrDefault(table, Set.of()).size() - 1
                : referrers.getOrDefault(table, Set.of()).size();
    }
}
