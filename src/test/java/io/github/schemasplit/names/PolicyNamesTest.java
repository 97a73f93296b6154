package io.github.schemasplit.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.mapping.EntryKind;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import org.junit.jupiter.api.Test;

/** Expressions of policies name things as they are after the move; the server is asked, and prints, before it. */
class PolicyNamesTest {
    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping = new MappingBuilder()
            .tables("shop", "orders", "My Items")
            .tables("People", "profiles")
            .routines("shop", "tenant", "many(integer)")
            .entries(EntryKind.OPERATORS, "shop", "===(name, name)", "~>(text, text)")
            .entries(EntryKind.COLLATIONS, "shop", "Natural");
    private final Relation orders = database.table("orders");

    {
        database.table("My Items");
        database.table("profiles");
        database.table("stays");
        database.ownedSequence("public", "orders_id_seq", orders);
        database.routine("public", "tenant", "", "SELECT 1");
        database.routine("public", "many", "integer", "SELECT 1");
        database.schema("shop");
        database.routine("shop", "many", "text", "SELECT 1");
        database.named(Catalog.PG_OPERATOR, "public", "===", "name, name");
        database.named(Catalog.PG_OPERATOR, "public", "~>", "text, text");
        database.named(Catalog.PG_OPERATOR, "public", "~>", "text, integer");
        database.named(Catalog.PG_COLLATION, "public", "Natural", "");
        database.routine("public", "many", "name", "SELECT 1");
    }

    @Test
    void areWrittenForTheServerAsTheyAreNow() {
        assertNow("tenant_id = shop.tenant()", "tenant_id = public.tenant()");
        assertNow(
                "EXISTS (SELECT FROM \"People\".profiles AS p, public.stays WHERE p.id = orders.id)",
                "EXISTS (SELECT FROM public.profiles AS p, public.stays WHERE p.id = orders.id)");
        assertNow(
                "EXISTS (SELECT FROM shop.\"My Items\" i WHERE i.id = shop.orders.id)",
                "EXISTS (SELECT FROM public.\"My Items\" i WHERE i.id = orders.id)");
        assertNow("tableoid = 'shop.orders'::regclass", "tableoid = 'public.orders'::regclass");
        assertNow("id < currval('shop.orders_id_seq')", "id < currval('public.orders_id_seq')");
        assertNow(
                "a OPERATOR(shop.===) b AND a COLLATE shop.\"Natural\" < 'shop.natural' AND shop.id OPERATOR ( shop . ~> ) b",
                "a OPERATOR(public.===) b AND a COLLATE public.\"Natural\" < 'shop.natural' AND shop.id OPERATOR ( public . ~> ) b");
        assertNow("note = 'shop.orders' AND user_id = auth.uid()", "note = 'shop.orders' AND user_id = auth.uid()");
        assertNow("WITH orders AS (SELECT 1) SELECT 1", "WITH orders AS (SELECT 1) SELECT 1");
    }

    @Test
    void areRefusedWhereTheyAreThoseOfNowOrHaveNoSchema() {
        assertThat(now("EXISTS (SELECT FROM public.profiles)"))
                .isEqualTo(new PolicyNames.Written.Wrong(
                        "public.profiles goes to schema \"People\"; write \"People\".profiles"));
        assertThat(now("EXISTS (SELECT FROM orders AS o)"))
                .isEqualTo(new PolicyNames.Written.Wrong(
                        "relation orders is named without a schema, and no search_path finds it; write shop.orders"));
        assertThat(now("a OPERATOR(public.===) b"))
                .isEqualTo(new PolicyNames.Written.Wrong("public.=== goes to schema shop; write shop.==="));
        assertThat(now("true) OR (true")).isInstanceOf(PolicyNames.Written.Wrong.class);
    }

    @Test
    void ofRoutinesThatOnlyMeetAfterTheMoveCannotBeAskedAbout() {
        assertThat(now("shop.many(id)"))
                .isEqualTo(new PolicyNames.Written.NotNow("what is called shop.many is in 2 schemas now"));
    }

    @Test
    void areAsTheServerWillPrintThem() {
        PolicyNames names = names();
        assertThat(names.after("(EXISTS ( SELECT\n   FROM public.profiles p\n  WHERE (p.id = public.tenant())))"))
                .isEqualTo("(EXISTS ( SELECT\n   FROM \"People\".profiles p\n  WHERE (p.id = shop.tenant())))");
        assertThat(names.after("(tableoid = 'public.\"My Items\"'::regclass)"))
                .isEqualTo("(tableoid = 'shop.\"My Items\"'::regclass)");
        String printed = "((a OPERATOR(public.===) b) AND (a < (b COLLATE public.\"Natural\")))";
        assertThat(names.after(printed)).isEqualTo(printed.replace("public", "shop"));
        assertThat(names.unclearAfter(printed)).isEmpty();
        assertThat(names.unclearAfter("(public.many(a) OPERATOR(public.~>) b)"))
                .contains("its public.many is not clear: what has that name will be in 2 schemas");
        assertThat(names.after("(to_regclass('public.orders'::text) = tableoid)"))
                .isEqualTo("(to_regclass('public.orders'::text) = tableoid)");
    }

    private void assertNow(String written, String now) {
        assertThat(now(written)).isEqualTo(new PolicyNames.Written.Now(now));
    }

    private PolicyNames.Written now(String written) {
        return names().now(written, orders);
    }

    private PolicyNames names() {
        return new PolicyNames(Assigner.assign(database.build(), mapping.build()));
    }
}
