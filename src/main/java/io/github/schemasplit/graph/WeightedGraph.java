package io.github.schemasplit.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An undirected graph whose edges have weights. In whatever order nodes and ties are given, the graph is the same to the last bit of its
 * sums.
 *
 * @param <N> the nodes, with value equality and an order of their own
 */
public final class WeightedGraph<N extends Comparable<? super N>> {
    private final List<N> nodes;
    /** Of each node by its place in the order: the neighbours by theirs, with the weight. */
    private final List<SortedMap<Integer, Double>> neighbours = new ArrayList<>();

    /**
     * Two nodes that belong together.
     *
     * @param weight how much; more than 0
     */
    public record Tie<N>(N one, N other, double weight) {}

    /**
     * @param nodes the nodes; a node twice counts once
     * @param ties those between the same two nodes add up; one of a node with itself, or with what is no node, is left out
     */
    public WeightedGraph(Collection<N> nodes, Collection<Tie<N>> ties) {
        this.nodes = List.copyOf(new TreeSet<>(nodes));
        Map<N, Integer> places = new HashMap<>();
        for (N node : this.nodes) {
            places.put(node, places.size());
            neighbours.add(new TreeMap<>());
        }
        List<Tie<Integer>> known = new ArrayList<>();
        for (Tie<N> tie : ties) {
            Integer one = places.get(tie.one());
            Integer other = places.get(tie.other());
            if (one != null && other != null && !one.equals(other)) {
                known.add(new Tie<>(Math.min(one, other), Math.max(one, other), tie.weight()));
            }
        }
        // Sums of floating point depend on their order.
        known.sort(Comparator.<Tie<Integer>>comparingInt(Tie::one)
                .thenComparingInt(Tie::other)
                .thenComparingDouble(Tie::weight));
        for (Tie<Integer> tie : known) {
            neighbours.get(tie.one()).merge(tie.other(), tie.weight(), Double::sum);
            neighbours.get(tie.other()).merge(tie.one(), tie.weight(), Double::sum);
        }
    }

    /** The nodes in their order. */
    public List<N> nodes() {
        return nodes;
    }

    /** The neighbours of the node at a place of the order, by theirs, with the weights. */
    SortedMap<Integer, Double> neighbours(int node) {
        return neighbours.get(node);
    }

    /** The sum of a node's weights. */
    double degree(int node) {
        double sum = 0;
        for (double weight : neighbours.get(node).values()) {
            sum += weight;
        }
        return sum;
    }

    /** The graph of the nodes that have a tie. */
    public WeightedGraph<N> tied() {
        List<N> tied = new ArrayList<>();
        List<Tie<N>> ties = new ArrayList<>();
        for (int node = 0; node < nodes.size(); node++) {
            if (!neighbours.get(node).isEmpty()) {
                N one = nodes.get(node);
                tied.add(one);
                neighbours
                        .get(node)
                        .tailMap(node)
                        .forEach((other, weight) -> ties.add(new Tie<>(one, nodes.get(other), weight)));
            }
        }
        return new WeightedGraph<>(tied, ties);
    }
}
