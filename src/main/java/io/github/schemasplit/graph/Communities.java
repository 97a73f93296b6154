package io.github.schemasplit.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Parts a graph into communities: groups with more weight within than chance would put there, which is what modularity measures.
 *
 * <p>Each node is a community of its own at first. Again and again the two are joined that gain most, or lose least; in the end single nodes
 * go where they fit better. Where several would do, the order of the nodes decides, so that a graph has one answer.
 *
 * @see <a href="https://arxiv.org/abs/cond-mat/0408187">Clauset, Newman, Moore: Finding community structure in very large networks</a>
 */
public final class Communities {
    /** How often all nodes are looked at whether they fit better elsewhere; it ends sooner where none does. */
    private static final int ROUNDS = 20;

    /** Gains below this are rounding. */
    private static final double NOTHING = 1e-12;

    private final WeightedGraph<?> graph;
    private final double total;
    private final int[] communityOf;
    private final int[] version;
    private final double[] degree;
    private final List<SortedMap<Integer, Double>> between = new ArrayList<>();
    private final List<List<Integer>> members = new ArrayList<>();
    private final PriorityQueue<Join> joins = new PriorityQueue<>(Comparator.<Join>comparingDouble(j -> -j.gain)
            .thenComparingInt(j -> j.one)
            .thenComparingInt(j -> j.other));
    private int number;

    private record Join(double gain, int one, int other, int oneVersion, int otherVersion) {}

    private Communities(WeightedGraph<?> graph) {
        int size = graph.nodes().size();
        this.graph = graph;
        this.number = size;
        this.communityOf = new int[size];
        this.version = new int[size];
        this.degree = new double[size];
        double sum = 0;
        for (int node = 0; node < size; node++) {
            communityOf[node] = node;
            degree[node] = graph.degree(node);
            sum += degree[node];
            members.add(new ArrayList<>(List.of(node)));
            between.add(new TreeMap<>(graph.neighbours(node)));
        }
        this.total = sum / 2;
        for (int node = 0; node < size; node++) {
            offerJoins(node, true);
        }
    }

    /**
     * The communities that the graph has by itself; where these are more than {@code limit}, the ones between which a tie runs are joined
     * further, as far as ties go. Nodes without a tie are communities of their own.
     *
     * @return each node in one of them; nodes in their order, communities in that of their first nodes
     */
    public static <N extends Comparable<? super N>> List<List<N>> atMost(WeightedGraph<N> graph, int limit) {
        Communities communities = new Communities(graph);
        communities.join(limit, true);
        communities.settle();
        return communities.named(graph);
    }

    /**
     * So many communities, where there are as many nodes; what no tie joins is joined in the end, the smallest first.
     *
     * @param number at least 1
     * @return each node in one of them; nodes in their order, communities in that of their first nodes
     */
    public static <N extends Comparable<? super N>> List<List<N>> exactly(WeightedGraph<N> graph, int number) {
        Communities communities = new Communities(graph);
        communities.join(number, false);
        communities.joinSmallest(number);
        communities.settle();
        return communities.named(graph);
    }

    /** Of what joins a pair gains, as modularity; it hangs on these two alone. */
    private double gain(int one, int other, double weight) {
        return weight / total - degree[one] * degree[other] / (2 * total * total);
    }

    private void offerJoins(int community, boolean upwards) {
        for (Map.Entry<Integer, Double> edge : between.get(community).entrySet()) {
            int other = edge.getKey();
            if (upwards && other < community) {
                continue;
            }
            int low = Math.min(community, other);
            int high = Math.max(community, other);
            joins.add(new Join(gain(low, high, edge.getValue()), low, high, version[low], version[high]));
        }
    }

    private void join(int limit, boolean whileItGains) {
        while (!joins.isEmpty()) {
            Join best = joins.remove();
            if (version[best.one] != best.oneVersion || version[best.other] != best.otherVersion) {
                continue;
            }
            boolean gains = whileItGains && best.gain > NOTHING;
            if (!gains && number <= limit) {
                return;
            }
            unite(best.one, best.other);
        }
    }

    private void joinSmallest(int limit) {
        while (number > limit) {
            List<Integer> bySize = new ArrayList<>();
            for (int community = 0; community < members.size(); community++) {
                if (!members.get(community).isEmpty()) {
                    bySize.add(community);
                }
            }
            bySize.sort(
                    Comparator.<Integer>comparingInt(c -> members.get(c).size()).thenComparingInt(c -> c));
            unite(Math.min(bySize.get(0), bySize.get(1)), Math.max(bySize.get(0), bySize.get(1)));
        }
    }

    /** The second becomes a part of the first, which comes before it. */
    private void unite(int one, int other) {
        for (int node : members.get(other)) {
            communityOf[node] = one;
        }
        members.get(one).addAll(members.get(other));
        members.get(other).clear();
        SortedMap<Integer, Double> moved = between.get(other);
        moved.forEach((neighbour, weight) -> {
            between.get(neighbour).remove(other);
            if (neighbour != one) {
                between.get(one).merge(neighbour, weight, Double::sum);
                between.get(neighbour).merge(one, weight, Double::sum);
            }
        });
        moved.clear();
        degree[one] += degree[other];
        version[one]++;
        version[other]++;
        number--;
        offerJoins(one, false);
    }

    /** Each node goes where it fits best, until all do; the last of a community stays in it. */
    private void settle() {
        boolean moved = true;
        for (int round = 0; moved && round < ROUNDS; round++) {
            moved = false;
            for (int node = 0; node < communityOf.length; node++) {
                int best = best(node);
                if (best != communityOf[node]) {
                    move(node, best);
                    moved = true;
                }
            }
        }
    }

    private int best(int node) {
        int own = communityOf[node];
        if (members.get(own).size() == 1) {
            return own;
        }
        SortedMap<Integer, Double> weights = new TreeMap<>();
        graph.neighbours(node)
                .forEach((neighbour, weight) -> weights.merge(communityOf[neighbour], weight, Double::sum));
        int best = own;
        double most = gainOf(node, own, weights) + NOTHING;
        for (int community : weights.keySet()) {
            double gain = gainOf(node, community, weights);
            if (community != own && gain > most) {
                best = community;
                most = gain;
            }
        }
        return best;
    }

    private double gainOf(int node, int community, SortedMap<Integer, Double> weights) {
        double others = degree[community] - (communityOf[node] == community ? graph.degree(node) : 0);
        return weights.getOrDefault(community, 0.0) / total - graph.degree(node) * others / (2 * total * total);
    }

    private void move(int node, int community) {
        int from = communityOf[node];
        members.get(from).remove(Integer.valueOf(node));
        members.get(community).add(node);
        degree[from] -= graph.degree(node);
        degree[community] += graph.degree(node);
        communityOf[node] = community;
    }

    private <N extends Comparable<? super N>> List<List<N>> named(WeightedGraph<N> known) {
        SortedMap<Integer, List<N>> byFirst = new TreeMap<>();
        for (List<Integer> community : members) {
            if (!community.isEmpty()) {
                List<N> nodes = new ArrayList<>();
                community.stream()
                        .sorted()
                        .forEach(node -> nodes.add(known.nodes().get(node)));
                byFirst.put(community.stream().min(Integer::compare).orElseThrow(), List.copyOf(nodes));
            }
        }
        return List.copyOf(byFirst.values());
    }
}
