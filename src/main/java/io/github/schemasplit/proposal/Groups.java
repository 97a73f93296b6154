package io.github.schemasplit.proposal;

import io.github.schemasplit.graph.Communities;
import io.github.schemasplit.graph.WeightedGraph;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which tables go together, and which stay.
 *
 * @param groups the groups, the largest first; tables by name
 * @param staying the tables that nothing ties to others, by name; none where these have a group too
 */
record Groups(List<List<Identifier>> groups, List<Identifier> staying) {
    /** Two that the ties keep apart are not joined, however few tables there are. */
    private static final int FEWEST = 2;

    Groups {
        groups = List.copyOf(groups);
        staying = List.copyOf(staying);
    }

    /**
     * Those that the ties between tables make.
     *
     * @param number how many there are to be; where nobody says it, there are no more than people keep apart, as far as ties run between them: of
     *     n tables the root of n/2, and two
     */
    static Groups of(SourceTables tables, List<Tie> ties, Optional<Integer> number) {
        WeightedGraph<Identifier> graph = TableGraph.of(tables, ties);
        WeightedGraph<Identifier> tied = graph.tied();
        List<Identifier> alone = new ArrayList<>(graph.nodes());
        alone.removeAll(new HashSet<>(tied.nodes()));
        List<List<Identifier>> groups = new ArrayList<>();
        if (number.isEmpty()) {
            groups.addAll(tied.nodes().isEmpty() ? List.of(alone) : Communities.atMost(tied, usual(tied)));
        } else if (number.get() <= natural(tied) || alone.isEmpty()) {
            groups.addAll(Communities.exactly(tied, number.get()));
        } else if (!tied.nodes().isEmpty() && number.get() - 1 <= tied.nodes().size()) {
            groups.addAll(Communities.exactly(tied, number.get() - 1));
            groups.add(alone);
        } else {
            groups.addAll(Communities.exactly(graph, number.get()));
        }
        List<List<Identifier>> whole = new ArrayList<>();
        Set<Identifier> placed = new HashSet<>();
        for (List<Identifier> leaders : groups) {
            whole.add(tables.ledBy(leaders));
            placed.addAll(leaders);
        }
        whole.sort(Comparator.<List<Identifier>>comparingInt(group -> -group.size())
                .thenComparing(group -> group.get(0)));
        alone.removeAll(placed);
        return new Groups(whole, tables.ledBy(alone));
    }

    private static int usual(WeightedGraph<Identifier> graph) {
        return (int) Math.max(FEWEST, Math.round(Math.sqrt(graph.nodes().size() / 2.0)));
    }

    private static int natural(WeightedGraph<Identifier> graph) {
        return Communities.atMost(graph, Integer.MAX_VALUE).size();
    }
}
