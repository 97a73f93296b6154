package io.github.schemasplit.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of old names, by how the mapping wants them kept. */
class OldNamesTest {
    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping = new MappingBuilder();

    @Test
    void whereNothingKeepsOldNamesTheyAreLost() {
        database.table("Order \"Items\"");
        database.view("totals", database.table("orders"));
        database.table("stays");
        mapping.tables("shop", "or*", "Or*");
        assertThat(Found.of(database, mapping).summary())
                .containsExactly(
                        "SEVERE OLD_NAME_LOST [table public.\"Order \"\"Items\"\"\", table public.orders, view public.totals]");
    }

    @Test
    void bySearchPathOnlyNamesWithTheirSchemaEnd() {
        database.table("orders");
        mapping.tables("shop", "orders").compatibility(Compatibility.SEARCH_PATH);
        assertThat(Found.of(database, mapping).summary()).containsExactly("NOTICE OLD_NAME_LOST [table public.orders]");
    }

    @Test
    void viewsKeepTheNamesOfTablesAndViewsAlone() {
        database.view("totals", database.table("orders"));
        database.sequence("public", "numbers", database.table("items"));
        database.type("public", "mood", 'e');
        mapping.tables("shop", "orders", "items").types("shop", "mood").compatibility(Compatibility.VIEWS);
        assertThat(Found.of(database, mapping).summary())
                .containsExactly("SEVERE OLD_NAME_LOST [sequence public.numbers, type public.mood]");
    }

    @Test
    void belowFifteenNoViewStandsForATableWithRowSecurity() {
        database.add(Altered.rowSecurity(database.table("orders")));
        mapping.tables("shop", "orders").compatibility(Compatibility.VIEWS);
        assertThat(Found.of(database, mapping).severe()).isEmpty();
        assertThat(Found.of(database.major(14), mapping).summary())
                .containsExactly("SEVERE OLD_NAME_LOST [table public.orders]");
    }

    @Test
    void rowSecurityThatTheMappingEnablesCountsAsIfItWereThere() {
        database.table("items");
        Relation orders = database.table("orders");
        mapping.tables("shop", "orders", "items")
                .compatibility(Compatibility.VIEWS)
                .rowSecurity("shop", List.of("or*"), List.of("items"));
        assertThat(Found.of(database.major(14), mapping).summary())
                .containsExactly("SEVERE OLD_NAME_LOST [table public.orders]");
        database.role("reader");
        database.grantOnColumn(orders, "reader=r");
        assertThat(Found.of(database.major(15), mapping).subjects(HazardId.COLUMN_ACL_WITH_ROW_SECURITY))
                .containsExactly("table public.orders");
    }

    @Test
    void noViewIsExactForATableWithRowSecurityAndPrivilegesOnColumns() {
        Relation secured = database.add(Altered.rowSecurity(database.table("Order \"Items\"")));
        database.role("reader");
        database.grantOnColumn(secured, "reader=r");
        database.grantOnColumn(database.table("open"), "reader=r");
        database.grantOnColumn(database.add(Altered.rowSecurity(database.table("owners"))), "app=r");
        mapping.tables("shop", "*").compatibility(Compatibility.VIEWS);
        assertThat(Found.of(database, mapping).subjects(HazardId.COLUMN_ACL_WITH_ROW_SECURITY))
                .containsExactly("table public.\"Order \"\"Items\"\"\"");
        mapping.compatibility(Compatibility.NONE);
        assertThat(Found.of(database, mapping).severe()).containsExactly(HazardId.OLD_NAME_LOST);
    }

    @Test
    void openSessionsKeepTheirPathWhereThatHasToChange() {
        database.table("orders");
        database.add(Altered.settings(database.role("web"), "search_path=public"));
        database.add(Altered.settings(database.role("prepared"), "search_path=public, shop"));
        mapping.tables("shop", "orders").compatibility(Compatibility.SEARCH_PATH);
        assertThat(Found.of(database, mapping).summary())
                .containsExactly(
                        "SEVERE OLD_CONNECTIONS_KEEP_PATH [role web]", "NOTICE OLD_NAME_LOST [table public.orders]");
    }

    @Test
    void whatNoPathFindsIsSevereBesideWhatOneDoes() {
        database.table("orders");
        database.table("items");
        mapping.tables("shop", "orders", "items")
                .compatibility(Compatibility.SEARCH_PATH)
                .compatibility("shop", Compatibility.NONE, "items");
        assertThat(Found.of(database, mapping).severe()).containsExactly(HazardId.OLD_NAME_LOST);
    }

    @Test
    void whereThePathsArePreparedNothingIsSevere() {
        database.table("orders");
        database.add(Altered.settings(database.role("prepared"), "search_path=public, shop"));
        mapping.tables("shop", "orders").compatibility(Compatibility.SEARCH_PATH);
        assertThat(Found.of(database, mapping).severe()).isEmpty();
    }

    @Test
    void whatIsInPlaceHasNoHazards() {
        database.table("shop", "orders");
        database.schema("shop");
        mapping.tables("shop", "orders");
        assertThat(Found.of(database, mapping).all()).isEmpty();
    }
}
