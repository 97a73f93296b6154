package io.github.schemasplit.sourcecode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordFilterTest {
    @ParameterizedTest
    @CsvSource({
        "orders, $$SELECT 1 FROM orders$$",
        "orders, $$orders",
        "orders, $x$TABLE Orders$x$",
        "orders, orders_id_seq",
        "orders, orders",
        "or$ders, FROM or$ders;",
        "$orders, FROM $orders$",
        "or$, FROM or$;",
        "$, anything",
        "größe, FROM GRÖSSE größe"
    })
    void letsEveryNamePassWhateverIsBesideIt(String name, String text) {
        WordFilter filter = new WordFilter();
        filter.add(name);
        assertThat(filter.passes(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ord, orders", "or$, or$ders", "or$d, x or$ders", "$or, $orders", "'', anything"})
    void letsEveryNamePassThatBeginsSo(String beginning, String text) {
        WordFilter filter = new WordFilter();
        filter.addBeginning(beginning);
        assertThat(filter.passes(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"orders, reorders", "orders, border", "or$ders, other"})
    void doesNotLetWhatIsNoNamePass(String name, String text) {
        WordFilter filter = new WordFilter();
        filter.add(name);
        assertThat(filter.passes(text)).isFalse();
    }
}
