package io.github.schemasplit.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CommunitiesTest {
    @Test
    void findsGroupsThatFewTiesJoin() {
        List<WeightedGraph.Tie<String>> ties = new ArrayList<>(clique("a1", "a2", "a3", "a4"));
        ties.addAll(clique("b1", "b2", "b3"));
        ties.add(new WeightedGraph.Tie<>("a4", "b1", 1));
        assertThat(Communities.atMost(graph(ties, "lonely"), 9))
                .containsExactly(List.of("a1", "a2", "a3", "a4"), List.of("b1", "b2", "b3"), List.of("lonely"));
    }

    @Test
    void joinsBeyondWhatGainsOnlyWhereATieRuns() {
        List<WeightedGraph.Tie<String>> ties = new ArrayList<>(clique("a1", "a2", "a3"));
        ties.addAll(clique("b1", "b2", "b3"));
        ties.addAll(clique("c1", "c2"));
        ties.add(new WeightedGraph.Tie<>("a1", "b1", 0.1));
        assertThat(Communities.atMost(graph(ties), 1))
                .containsExactly(List.of("a1", "a2", "a3", "b1", "b2", "b3"), List.of("c1", "c2"));
        assertThat(Communities.exactly(graph(ties), 1)).hasSize(1);
    }

    @Test
    void makesAsManyAsAreWantedWhereNothingTiesAnything() {
        WeightedGraph<String> graph = graph(List.of(), "a", "b", "c", "d");
        assertThat(Communities.exactly(graph, 2)).containsExactly(List.of("a", "b"), List.of("c", "d"));
        assertThat(Communities.exactly(graph, 4)).hasSize(4);
        assertThat(Communities.atMost(graph, 1)).hasSize(4);
        assertThat(Communities.atMost(graph(List.of()), 1)).isEmpty();
    }

    @Test
    void partsTenThousand() {
        Random random = new Random(7);
        List<WeightedGraph.Tie<Integer>> ties = new ArrayList<>();
        for (int node = 0; node < 10_000; node++) {
            for (int i = 0; i < 4; i++) {
                ties.add(new WeightedGraph.Tie<>(node, node / 100 * 100 + random.nextInt(100), 1));
            }
            // A table that all refer to.
            ties.add(new WeightedGraph.Tie<>(node, 0, 0.01));
        }
        List<Integer> nodes = IntStream.range(0, 10_000).boxed().toList();
        List<List<Integer>> communities = Communities.atMost(new WeightedGraph<>(nodes, ties), 100);
        assertThat(communities).hasSize(100);
        assertThat(communities)
                .filteredOn(c -> c.get(0) / 100 == c.get(c.size() - 1) / 100)
                .hasSizeGreaterThan(95);
    }

    @Property(tries = 200)
    void everyNodeIsInOneCommunityAndThereAreAsManyAsWanted(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 25) int nodes,
            @ForAll @IntRange(min = 1, max = 25) int wanted) {
        WeightedGraph<String> graph = new WeightedGraph<>(nodes(nodes), ties(seed, nodes));
        for (List<List<String>> communities :
                List.of(Communities.exactly(graph, wanted), Communities.atMost(graph, wanted))) {
            assertThat(communities.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(nodes(nodes));
            assertThat(communities).doesNotContain(List.of());
        }
        assertThat(Communities.exactly(graph, wanted)).hasSize(Math.min(nodes, wanted));
    }

    @Property(tries = 200)
    void theOrderOfNodesAndTiesDoesNotMatter(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 25) int nodes,
            @ForAll @IntRange(min = 1, max = 9) int wanted) {
        List<String> others = new ArrayList<>(nodes(nodes));
        List<WeightedGraph.Tie<String>> otherTies = new ArrayList<>();
        for (WeightedGraph.Tie<String> tie : ties(seed, nodes)) {
            otherTies.add(new WeightedGraph.Tie<>(tie.other(), tie.one(), tie.weight()));
        }
        Collections.shuffle(others, new Random(seed));
        Collections.shuffle(otherTies, new Random(seed));
        WeightedGraph<String> one = new WeightedGraph<>(nodes(nodes), ties(seed, nodes));
        WeightedGraph<String> other = new WeightedGraph<>(others, otherTies);
        assertThat(Communities.exactly(other, wanted)).isEqualTo(Communities.exactly(one, wanted));
        assertThat(Communities.atMost(other, wanted)).isEqualTo(Communities.atMost(one, wanted));
    }

    @Property(tries = 200)
    void noNodeFitsBetterElsewhere(@ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int nodes) {
        WeightedGraph<String> graph = new WeightedGraph<>(nodes(nodes), ties(seed, nodes));
        List<List<String>> communities = Communities.atMost(graph, nodes);
        Map<String, Integer> places = new HashMap<>();
        for (int at = 0; at < communities.size(); at++) {
            for (String node : communities.get(at)) {
                places.put(node, at);
            }
        }
        double found = modularity(ties(seed, nodes), places);
        for (String node : nodes(nodes)) {
            if (communities.get(places.get(node)).size() > 1) {
                for (int at = 0; at < communities.size(); at++) {
                    Map<String, Integer> moved = new HashMap<>(places);
                    moved.put(node, at);
                    assertThat(modularity(ties(seed, nodes), moved)).isLessThanOrEqualTo(found + 1e-9);
                }
            }
        }
    }

    /** Newman's modularity, as it is defined. */
    private static double modularity(List<WeightedGraph.Tie<String>> ties, Map<String, Integer> places) {
        double total = ties.stream().mapToDouble(WeightedGraph.Tie::weight).sum();
        Map<Integer, Double> within = new HashMap<>();
        Map<Integer, Double> degrees = new HashMap<>();
        for (WeightedGraph.Tie<String> tie : ties) {
            degrees.merge(places.get(tie.one()), tie.weight(), Double::sum);
            degrees.merge(places.get(tie.other()), tie.weight(), Double::sum);
            if (places.get(tie.one()).equals(places.get(tie.other()))) {
                within.merge(places.get(tie.one()), tie.weight(), Double::sum);
            }
        }
        double sum = 0;
        for (Map.Entry<Integer, Double> degree : degrees.entrySet()) {
            double share = degree.getValue() / (2 * total);
            sum += within.getOrDefault(degree.getKey(), 0.0) / total - share * share;
        }
        return sum;
    }

    private static List<String> nodes(int number) {
        return IntStream.range(0, number).mapToObj(i -> "t" + i).toList();
    }

    private static List<WeightedGraph.Tie<String>> ties(long seed, int nodes) {
        Random random = new Random(seed);
        List<WeightedGraph.Tie<String>> ties = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3 * nodes); i++) {
            String one = "t" + random.nextInt(nodes);
            String other = "t" + random.nextInt(nodes);
            if (!one.equals(other)) {
                ties.add(new WeightedGraph.Tie<>(one, other, (1 + random.nextInt(5)) / 3.0));
            }
        }
        return ties;
    }

    private static List<WeightedGraph.Tie<String>> clique(String... nodes) {
        List<WeightedGraph.Tie<String>> ties = new ArrayList<>();
        for (String one : nodes) {
            for (String other : nodes) {
                if (one.compareTo(other) < 0) {
                    ties.add(new WeightedGraph.Tie<>(one, other, 1));
                }
            }
        }
        return ties;
    }

    private static WeightedGraph<String> graph(List<WeightedGraph.Tie<String>> ties, String... more) {
        List<String> nodes = new ArrayList<>(List.of(more));
        ties.forEach(tie -> nodes.addAll(List.of(tie.one(), tie.other())));
        return new WeightedGraph<>(nodes, ties);
    }
}
