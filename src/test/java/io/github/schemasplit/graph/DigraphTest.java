package io.github.schemasplit.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DigraphTest {
    @Test
    void putsEachNodeAfterWhatItNeeds() {
        Map<String, List<String>> needs = Map.of("a", List.of("c"), "c", List.of("d"), "b", List.of());
        assertThat(graph(List.of("a", "b", "c", "d"), needs).inOrderOfNeed()).containsExactly("d", "c", "a", "b");
    }

    @Test
    void keepsTheOrderOfNodesThatNeedNothing() {
        assertThat(graph(List.of("z", "a", "m"), Map.of()).inOrderOfNeed()).containsExactly("z", "a", "m");
    }

    @Test
    void ordersEveryNodeOfACycle() {
        Map<String, List<String>> needs = Map.of("a", List.of("b"), "b", List.of("a"), "c", List.of("a"));
        assertThat(graph(List.of("a", "b", "c"), needs).inOrderOfNeed()).containsExactly("b", "a", "c");
    }

    @Test
    void leavesOutWhatIsNotAmongTheNodes() {
        assertThat(graph(List.of("a"), Map.of("a", List.of("elsewhere"))).inOrderOfNeed())
                .containsExactly("a");
    }

    @Test
    void groupsWhatIsConnectedInEitherDirection() {
        Map<String, List<String>> needs = Map.of("a", List.of("d"), "c", List.of("d"), "e", List.of("e"));
        assertThat(graph(List.of("a", "b", "c", "d", "e"), needs).components())
                .containsExactly(List.of("a", "c", "d"), List.of("b"), List.of("e"));
    }

    @Test
    void ordersAChainOfAHundredThousand() {
        List<Integer> nodes = IntStream.range(0, 100_000).boxed().toList();
        Digraph<Integer> chain = new Digraph<>(nodes, n -> Set.of(n + 1));
        assertThat(chain.inOrderOfNeed()).startsWith(99_999).endsWith(0).hasSize(100_000);
        assertThat(chain.components()).containsExactly(nodes);
    }

    @Property
    void needsComeFirstInEveryGraphWithoutCycles(@ForAll @Size(max = 30) List<@IntRange(max = 29) Integer> edges) {
        List<Integer> nodes = IntStream.range(0, 30).boxed().toList();
        // An edge runs from a higher node to a lower one, so that there is no cycle.
        Digraph<Integer> graph =
                new Digraph<>(nodes, n -> n < edges.size() && edges.get(n) < n ? List.of(edges.get(n)) : List.of());
        List<Integer> order = graph.inOrderOfNeed();
        assertThat(order).containsExactlyInAnyOrderElementsOf(nodes);
        for (int n = 0; n < edges.size(); n++) {
            if (edges.get(n) < n) {
                assertThat(order.indexOf(edges.get(n))).isLessThan(order.indexOf(n));
            }
        }
        assertThat(graph.components().stream().mapToInt(List::size).sum()).isEqualTo(30);
    }

    private static Digraph<String> graph(List<String> nodes, Map<String, List<String>> needs) {
        return new Digraph<>(nodes, n -> needs.getOrDefault(n, List.of()));
    }
}
