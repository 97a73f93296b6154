package io.github.schemasplit.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A directed graph whose edges say what a node needs. All answers depend on the nodes' order alone.
 *
 * @param <N> the nodes, with value equality
 */
public final class Digraph<N> {
    private final Map<N, Set<N>> needs = new LinkedHashMap<>();

    /**
     * @param nodes the nodes in their order; a node twice counts once
     * @param needed what a node needs; what is not among the nodes is left out
     */
    public Digraph(Collection<N> nodes, Function<N, ? extends Collection<N>> needed) {
        for (N node : nodes) {
            needs.put(node, new LinkedHashSet<>());
        }
        for (Map.Entry<N, Set<N>> edges : needs.entrySet()) {
            for (N other : needed.apply(edges.getKey())) {
                if (needs.containsKey(other)) {
                    edges.getValue().add(other);
                }
            }
        }
    }

    /**
     * The nodes, each after what it needs, and in their own order otherwise. In a cycle the node that comes first in that order
     * comes last.
     */
    public List<N> inOrderOfNeed() {
        Set<N> done = new LinkedHashSet<>();
        Set<N> seen = new HashSet<>();
        for (N start : needs.keySet()) {
            if (!seen.add(start)) {
                continue;
            }
            Deque<Visit<N>> path = new ArrayDeque<>();
            path.push(visit(start));
            while (!path.isEmpty()) {
                Visit<N> visit = path.element();
                if (!visit.open().hasNext()) {
                    done.add(visit.node());
                    path.pop();
                    continue;
                }
                N next = visit.open().next();
                if (seen.add(next)) {
                    path.push(visit(next));
                }
            }
        }
        return List.copyOf(done);
    }

    /** The nodes in groups between which no edge runs, whatever its direction; groups and nodes in the nodes' order. */
    public List<List<N>> components() {
        Map<N, Set<N>> neighbours = new LinkedHashMap<>();
        needs.forEach((node, edges) -> edges.forEach(other -> {
            neighbours.computeIfAbsent(node, n -> new LinkedHashSet<>()).add(other);
            neighbours.computeIfAbsent(other, n -> new LinkedHashSet<>()).add(node);
        }));
        Map<N, List<N>> groupOf = new LinkedHashMap<>();
        List<List<N>> groups = new ArrayList<>();
        for (N start : needs.keySet()) {
            if (!groupOf.containsKey(start)) {
                groups.add(new ArrayList<>());
                spread(start, neighbours, groups.get(groups.size() - 1), groupOf);
            }
        }
        needs.keySet().forEach(n -> groupOf.getOrDefault(n, List.of()).add(n));
        return groups.stream().map(List::copyOf).toList();
    }

    private static <N> void spread(N start, Map<N, Set<N>> neighbours, List<N> group, Map<N, List<N>> groupOf) {
        Deque<N> open = new ArrayDeque<>();
        open.add(start);
        groupOf.put(start, group);
        while (!open.isEmpty()) {
            for (N next : neighbours.getOrDefault(open.remove(), Set.of())) {
                if (groupOf.putIfAbsent(next, group) == null) {
                    open.add(next);
                }
            }
        }
    }

    private Visit<N> visit(N node) {
        return new Visit<>(node, needs.getOrDefault(node, Set.of()).iterator());
    }

    private record Visit<N>(N node, Iterator<N> open) {}
}
