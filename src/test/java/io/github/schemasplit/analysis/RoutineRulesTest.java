package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutineRulesTest {
    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping = new MappingBuilder().tables("shop", "*");

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

    private Findings findings() {
        return Findings.of(database, mapping);
    }
}
