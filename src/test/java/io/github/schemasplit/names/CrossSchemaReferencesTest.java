package io.github.schemasplit.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.catalog.CompatibilityViews;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.mapping.Crossing;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrossSchemaReferencesTest {
    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping =
            new MappingBuilder().tables("shop", "orders", "a\"b").tables("billing", "invoices");

    @BeforeEach
    void tables() {
        database.table("orders");
        database.table("a\"b");
        database.table("invoices");
        database.table("staying");
        database.schema("other");
        database.table("other", "log");
    }

    @Test
    void whatCannotBeToldIsNotCounted() {
        database.systemName("lower");
        database.routine("public", "lower", "text", "", "search_path=other");
        mapping.routines("shop", "lower");
        routine("BEGIN EXECUTE format('DELETE FROM %I', x); EXECUTE 'DELETE FROM ord' || y; PERFORM lower('A'); END");
        assertThat(crossings()).isEmpty();
        routine("BEGIN CREATE TEMP TABLE orders (id int); DELETE FROM orders; CREATE TABLE public.invoices (); END");
        assertThat(crossings()).isEmpty();
        routine("BEGIN PERFORM public.lower('A'); EXECUTE 'DELETE FROM \"a\"\"b\"'; END");
        assertThat(crossings())
                .containsExactly("routine public.f -> shop.\"a\"\"b\"", "routine public.f -> shop.lower");
    }

    @Test
    void schemasThatTheMappingDoesNotSpeakOfDoNotCount() {
        database.view("other", "reader", database.table("free"));
        database.routine("other", "f", "", "BEGIN DELETE FROM public.orders; END", "search_path=public");
        routine("BEGIN DELETE FROM other.log; DELETE FROM staying; END");
        assertThat(crossings()).isEmpty();
    }

    @Test
    void aRoutineOfSeveralSchemasIsThatOfTheFirst() {
        database.schema("shop");
        database.routine("public", "g", "integer", "", "search_path=other");
        database.routine("shop", "g", "text", "", "search_path=other");
        database.routine("public", "f", "", "BEGIN PERFORM g(1); END", "search_path=shop, public");
        database.routine("public", "f", "integer", "BEGIN PERFORM g(1); END", "search_path=public, shop");
        assertThat(crossings()).containsExactly("routine public.f -> shop.g");
    }

    @Test
    void typesDoNotCountButThoseOfRowsAreTheirRelations() {
        database.table("invoice_lines");
        mapping.tables("billing", "invoice_lines").types("billing", "mood");
        database.type("public", "mood", 'e');
        routine("DECLARE m mood; l invoice_lines[]; BEGIN PERFORM 'x'::public.mood; END");
        assertThat(crossings()).containsExactly("routine public.f -> billing.invoice_lines");
    }

    @Test
    void aCompatibilityViewIsWhatItStandsForAndNoViewItself() {
        database.schema("shop");
        Relation moved = database.table("shop", "carts");
        Relation view = database.view("carts", moved);
        database.comment(view, CompatibilityViews.comment(moved.name()));
        database.view("billing_view", view);
        mapping.tables("shop", "carts").views("billing", "billing_view");
        routine("BEGIN DELETE FROM carts; END");
        assertThat(crossings())
                .containsExactly("view billing.billing_view -> shop.carts", "routine public.f -> shop.carts");
    }

    @Test
    void whatAnExtensionHasMadeDoesNotCount() {
        Relation known = database.table("extended");
        database.extension(
                "e", known, database.routine("public", "g", "", "BEGIN DELETE FROM orders; END", "search_path=public"));
        database.view("shop_view", known);
        mapping.views("shop", "shop_view");
        assertThat(crossings()).isEmpty();
    }

    private void routine(String body) {
        database.routine("public", "f", "", body, "search_path=public");
    }

    private List<String> crossings() {
        return CrossSchemaReferences.of(Assigner.assign(database.build(), mapping.build())).stream()
                .map(Crossing::describe)
                .toList();
    }
}
