package io.github.schemasplit.names;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesInTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "orders; SELECT * FROM orders",
                "orders; SELECT * FROM public.ORDERS o",
                "orders; EXECUTE 'delete from orders'",
                "orders; EXECUTE format('delete from %I', 'orders')",
                "Order Items; SELECT 1 FROM public.\"Order Items\"",
                "Order Items; -- don't SELECT format('%I', 'Order Items')",
                "a\"b; SELECT 1 FROM \"a\"\"b\"",
                "größe; SELECT 1 FROM größe",
                "a$b; SELECT 1 FROM a$b",
                "100%; SELECT 1 FROM \"100%\""
            })
    void findsNamesInText(String table, String body) {
        assertThat(NamesInText.of(body)).contains(table);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT * FROM reorders", "SELECT orders_total", "SELECT order$s, ordersä", "", "x"})
    void aPartOfAWordIsNoName(String body) {
        assertThat(NamesInText.of(body)).doesNotContain("orders");
    }

    @Property
    void everyNameIsFoundQuotedInAnyText(
            @ForAll @StringLength(min = 1, max = 63) String name, @ForAll @StringLength(max = 40) String before) {
        String quoted = "\"" + name.replace("\"", "\"\"") + "\"";
        String harmless = before.replace("\"", "");
        assertThat(NamesInText.of(harmless + quoted + " x")).contains(name);
    }
}
