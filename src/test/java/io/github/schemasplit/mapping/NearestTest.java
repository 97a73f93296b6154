package io.github.schemasplit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> TABLES =
            List.of("orders", "order_items", "users", "user_roles", "profiles", "Order Items", "a\"b", "größen");

    @Test
    void findsALetterTooManyTooFewWrongOrSwapped() {
        for (String wrong : List.of("orderss", "order", "ordars", "odrers")) {
            assertThat(Nearest.to(wrong, TABLES, 1)).as(wrong).containsExactly("orders");
        }
    }

    @Test
    void takesUpperAndLowerCaseAsTheSame() {
        assertThat(Nearest.to("ORDERS", TABLES, 3)).containsExactly("orders");
        assertThat(Nearest.to("GRÖSSEN", List.of("größen", "grössen"), 3)).containsExactly("grössen", "größen");
    }

    @Test
    void givesTheNearestFirstAndThenByName() {
        assertThat(Nearest.to("order_item", TABLES, 5)).containsExactly("order_items", "Order Items");
        assertThat(Nearest.to("ab", List.of("ad", "ac", "ab"), 5)).containsExactly("ab", "ac", "ad");
        assertThat(Nearest.to("ab", List.of("ad", "ac", "ab"), 1)).containsExactly("ab");
    }

    @Test
    void givesNothingWhenNothingIsNear() {
        assertThat(Nearest.to("invoices", TABLES, 3)).isEmpty();
        assertThat(Nearest.to("x", List.of("y", "xy", ""), 3)).isEmpty();
        assertThat(Nearest.to("", List.of("a", "b"), 3)).isEmpty();
        assertThat(Nearest.to("orders", List.of(), 3)).isEmpty();
    }

    @Test
    void findsHostileNames() {
        assertThat(Nearest.to("ab", TABLES, 3)).containsExactly("a\"b");
        assertThat(Nearest.to("😀😁😂", List.of("😀😁😃"), 3)).containsExactly("😀😁😃");
    }

    @Property(tries = 300)
    void findsANameWithOneLetterLeftOut(
            @ForAll @StringLength(min = 3, max = 40) String name,
            @ForAll @IntRange(max = 39) int at,
            @ForAll @Size(max = 5) List<String> others) {
        int[] letters = name.codePoints().toArray();
        if (letters.length < 3) {
            return;
        }
        int gone = at % letters.length;
        StringBuilder shorter = new StringBuilder();
        IntStream.range(0, letters.length).filter(i -> i != gone).forEach(i -> shorter.appendCodePoint(letters[i]));
        assertThat(Nearest.to(shorter.toString(), with(others, name), 100)).contains(name);
    }

    private static List<String> with(List<String> others, String name) {
        return IntStream.rangeClosed(0, others.size())
                .mapToObj(i -> i < others.size() ? others.get(i) : name)
                .toList();
    }
}
