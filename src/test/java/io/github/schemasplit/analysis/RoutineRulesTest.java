package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutineRulesTest {
    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping = new MappingBuilder().tables("shop", "*");

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

    @Test
    void countsWhatIsNamedAndFindsSequencesThatGoAlong() {
        database.ownedSequence("public", "orders_id_seq", database.table("orders"));
        database.routine(
                "elsewhere",
                "f",
                "integer",
                "BEGIN PERFORM nextval('orders_id_seq') FROM orders, orders; END",
                "search_path=public");
        assertThat(findings().only(FindingCode.ROUTINE_NAMES_MOVED_OBJECT).message())
                .contains("2 objects that will move (sequence public.orders_id_seq, table public.orders)");
    }

    @Test
    void tablesThatStayOrAreInPlaceDoNotCount() {
        database.table("shop", "orders");
        database.table("other", "users");
        database.routine("public", "f", "", "SELECT * FROM orders, users");
        assertThat(findings().all()).isEmpty();
    }

    @Test
    void routinesOfExtensionsAreNotLookedAt() {
        database.table("orders");
        database.extension("e", database.routine("ext", "f", "", "SELECT * FROM orders", "search_path=public"));
        assertThat(findings().all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "search_path=public; true",
                "search_path=pg_catalog, public; true",
                "search_path=\"$user\", \"public\"; true",
                "search_path=pg_catalog, publicity; false",
                "search_path=\"\"; false",
                "search_path=\"a, public, b\"; false",
                "search_path=\"x\"\"public\", \"public \"; false",
                "search_path=\"a, b\",PUBLIC; true",
                "application_name=public; false"
            })
    void aSearchPathThatHoldsTheSourceIsSaid(String setting, boolean said) {
        database.table("orders");
        database.routine("public", "f", "text", "SELECT 1", setting);
        assertThat(findings().subjects(FindingCode.ROUTINE_SEARCH_PATH))
                .isEqualTo(said ? List.of("routine public.f(text)") : List.of());
    }

    @Test
    void aRoutineThatIsMendedNeedsNoOtherSearchPath() {
        database.table("orders");
        mapping.routineBodies(RoutineBodies.REWRITE);
        database.routine("public", "clear", "", "BEGIN DELETE FROM orders; END", "search_path=public");
        database.routine(
                "public", "unclear", "", "BEGIN EXECUTE format('DELETE FROM %I', t); END", "search_path=public");
        assertThat(findings().subjects(FindingCode.ROUTINE_SEARCH_PATH)).containsExactly("routine public.unclear()");
    }

    @Property
    void everyNameIsFoundQuotedInAnyText(
            @ForAll @StringLength(min = 1, max = 63) String name, @ForAll @StringLength(max = 40) String before) {
        String quoted = "\"" + name.replace("\"", "\"\"") + "\"";
        String harmless = before.replace("\"", "");
        assertThat(NamesInText.of(harmless + quoted + " x")).contains(name);
    }

    private Findings findings() {
        return Findings.of(database, mapping);
    }
}
