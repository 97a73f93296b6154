package io.github.schemasplit.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.catalog.ObservedStatement;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProposerTest {
    private static final Observed NOTHING_SEEN = new Observed(List.of(), Optional.of("nobody looked"));

    private final SnapshotBuilder database = new SnapshotBuilder();

    @Test
    void aTableThatAllReferToDoesNotDrawThemTogether() {
        Relation users = database.table("users");
        for (String area : List.of("blog", "shop", "bank")) {
            Relation head = database.table(area + "s");
            refer(head, users);
            for (String part : List.of("line", "note", "file")) {
                // No name begins like another.
                Relation table = database.table(part + "_" + area);
                refer(table, head);
                refer(table, users);
            }
        }
        refer(database.table("profiles"), users);
        refer(database.table("logins"), users);
        assertThat(groups("4"))
                .containsExactlyInAnyOrder(
                        List.of("banks", "file_bank", "line_bank", "note_bank"),
                        List.of("blogs", "file_blog", "line_blog", "note_blog"),
                        List.of("file_shop", "line_shop", "note_shop", "shops"),
                        List.of("logins", "profiles", "users"));
    }

    @Test
    void factsGoWithTheDimensionsThatAreTheirsAlone() {
        Relation date = database.table("dim_date");
        Relation store = database.table("dim_store");
        for (String fact : List.of("sales", "stock", "staffing")) {
            Relation table = database.table("fact_" + fact);
            refer(table, date);
            refer(table, store);
            for (String own : List.of("kind", "unit")) {
                refer(table, database.table("dim_" + fact + "_" + own));
            }
        }
        assertThat(groups())
                .hasSizeBetween(2, 3)
                .allSatisfy(group -> assertThat(group).anyMatch(table -> table.startsWith("fact_")));
        for (String fact : List.of("sales", "stock", "staffing")) {
            assertThat(groups("3"))
                    .anySatisfy(group -> assertThat(group)
                            .contains("fact_" + fact, "dim_" + fact + "_kind", "dim_" + fact + "_unit"));
        }
    }

    @Test
    void namesAloneTellWhereNobodyWroteForeignKeys() {
        tables("order", "order_items", "OrderNotes", "auth_keys", "auth_logins", "companies", "company_sites", "misc");
        Proposal proposal = propose();
        assertThat(groups(proposal))
                .containsExactly(
                        List.of("OrderNotes", "order", "order_items"),
                        List.of("auth_keys", "auth_logins"),
                        List.of("companies", "company_sites"));
        assertThat(names(proposal)).containsExactly("order_2", "auth", "companies");
        assertThat(proposal.staying()).containsExactly(Identifier.of("misc"));
        assertThat(ProposalText.of(proposal, Map.of()))
                .contains("- order_items # name begins with order\n", "\nunmapped: keep\n", "and they stay: misc.");
    }

    @Test
    void aWordThatAllNamesBeginWithTellsNothing() {
        tables("app_order_lines", "app_order_notes", "app_auth_keys", "app_auth_logins");
        assertThat(groups())
                .containsExactly(
                        List.of("app_auth_keys", "app_auth_logins"), List.of("app_order_lines", "app_order_notes"));
        assertThat(names(propose())).containsExactly("auth", "order_2");
    }

    @Test
    void viewsRoutinesTriggersAndStatementsTie() {
        Relation a = database.table("a");
        Relation b = database.table("b");
        Relation c = database.table("c");
        Relation d = database.table("d");
        Relation e = database.table("e");
        Relation f = database.table("f");
        Relation g = database.table("g");
        Relation h = database.table("h");
        Relation inner = database.view("inner_view", a);
        database.view("outer_view", inner, b);
        database.routine("public", "works", "", "BEGIN DELETE FROM public.c; DELETE FROM public.d; END");
        database.trigger(
                "log", e, database.routine("public", "logs", "", "BEGIN INSERT INTO public.f VALUES (1); END"));
        Identifier app = Identifier.of("app");
        Observed observed = new Observed(
                List.of(
                        new ObservedStatement(
                                "(/* x */ SELECT * FROM public.g\n JOIN public.h USING (id))", app, 3, 1, false),
                        // Who makes tables does not ask for their rows; and what a routine runs is the routine's.
                        new ObservedStatement(
                                "ALTER TABLE public.a ADD FOREIGN KEY (id) REFERENCES public.g", app, 1, 1, false),
                        new ObservedStatement("SELECT * FROM public.a, public.c", app, 9, 1, true)),
                Optional.empty());
        Proposal proposal = propose(observed);
        assertThat(groups(proposal))
                .containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e", "f"), List.of("g", "h"));
        assertThat(why(proposal, "a")).isEqualTo("view outer_view");
        assertThat(why(proposal, "d")).isEqualTo("routine works");
        assertThat(why(proposal, "f")).isEqualTo("1 trigger with e");
        assertThat(why(proposal, "g")).isEqualTo("1 statement");
        assertThat(proposal.costs())
                .extracting(Proposal.Cost::text)
                .containsExactly("0 of 2 views", "0 of 2 routines", "0 of 1 trigger", "0 of 1 statement");
        Proposal cut = Proposer.propose(
                database.build(), Identifier.of("public"), observed, new WantedSchemas.Number(8), List.of());
        assertThat(cut.crossing(TieKind.STATEMENT))
                .extracting(Proposal.Crossing::text)
                .containsExactly("(/* x */ SELECT * FROM public.g JOIN public.h USING (id)): g, h");
        assertThat(cut.crossing(TieKind.TRIGGER))
                .extracting(Proposal.Crossing::text)
                .containsExactly("log on e: e, f");
    }

    @Test
    void childrenPartitionsExtensionsAndMigrationToolsHaveNoPlaceOfTheirOwn() {
        Relation events = database.relation(RelationKind.PARTITIONED_TABLE, "public", "events");
        Relation part = database.partition("public", "events_2024", events);
        Relation one = database.table("one");
        Relation other = database.table("other");
        database.child("public", "child_of_both", one, other);
        Relation places = database.table("places");
        refer(part, places);
        database.extension("postgis", database.table("spatial_ref_sys"));
        tables("flyway_schema_history");
        Proposal proposal = propose();
        assertThat(groups(proposal)).containsExactly(List.of("events", "places"));
        // Nothing ties them to others, and yet they can not go apart.
        assertThat(proposal.staying()).containsExactly(Identifier.of("one"), Identifier.of("other"));
        assertThat(proposal.bookkeeping()).containsExactly(Identifier.of("flyway_schema_history"));
        assertThat(groups("3")).contains(List.of("one", "other"));
        assertThatThrownBy(() -> groups("4"))
                .hasMessage(
                        "There are 4 schemas wanted, and 3 tables that can go apart in schema public: each schema gets"
                                + " one table at least, so ask for fewer.");
    }

    @Test
    void namesThatAreFixedGoWhereTheyFit() {
        tables("ai_jobs", "ai_models", "bank_lines", "bank_notes", "bank_rows", "misc_a", "misc_b", "misc_c", "misc_d");
        Proposal proposal = propose(NOTHING_SEEN, "rest_services", "Banking Services", "ai_services");
        assertThat(names(proposal)).containsExactly("rest_services", "Banking Services", "ai_services");
        assertThat(proposal.schemas())
                .extracting(ProposedSchema::why)
                .containsExactly(
                        "named by you; it fits no names of tables, and goes by size",
                        "named by you; a word of it is in the names of all",
                        "named by you; a word of it is in the names of all");
        assertThat(ProposalText.of(proposal, Map.of())).contains("\n  \"Banking Services\":\n");
    }

    @Test
    void namesAreNobodyElsesAndNeedNoQuotes() {
        database.schema("auth");
        database.role("bank");
        for (String word : List.of("auth", "bank", "user", "pg_x", "Größe", "24h")) {
            tables(word + "_a1", word + "_b1");
            refer(database.table(word + "_c"), database.table(word + "_d"));
        }
        Proposal proposal = Proposer.propose(
                database.build(),
                Identifier.of("public"),
                NOTHING_SEEN,
                new WantedSchemas.AsFound(),
                List.of(Identifier.of("h")));
        assertThat(proposal.schemas()).allSatisfy(schema -> {
            assertThat(schema.name().sql()).isEqualTo(schema.name().value()).doesNotStartWith("pg_");
            assertThat(schema.name().value()).isNotIn("auth", "bank", "user", "h", "public");
        });
        assertThat(names(proposal)).doesNotHaveDuplicates();
    }

    @Test
    void oneTableGetsASchemaOfItsOwn() {
        tables("Notes");
        Proposal proposal = propose();
        assertThat(names(proposal)).containsExactly("notes");
        assertThat(groups(proposal)).containsExactly(List.of("Notes"));
        assertThat(proposal.costs()).isEmpty();
        assertThat(ProposalText.of(proposal, Map.of()))
                .contains("is listed at the end: nothing.", "- Notes # nothing ties it to others");
    }

    @Test
    void tablesWithNothingInCommonGoTogether() {
        tables("a", "b", "c");
        // A role is called app.
        assertThat(names(propose())).containsExactly("app_2");
        assertThat(groups(propose())).containsExactly(List.of("a", "b", "c"));
        assertThat(groups("2")).containsExactly(List.of("a", "b"), List.of("c"));
    }

    @Test
    void whereThereIsNothingToProposeTheMessageSaysWhy() {
        assertThatThrownBy(this::propose)
                .isInstanceOf(NoProposalException.class)
                .hasMessage("There is no table in schema public of database shop, so that there is nothing to propose."
                        + " Name another schema with schema.source.");
        tables("alembic_version");
        assertThatThrownBy(this::propose).hasMessageContaining("but those of migration tools, which stay");
        assertThatThrownBy(() -> Proposer.propose(
                        database.build(),
                        Identifier.of("Nowhere"),
                        NOTHING_SEEN,
                        new WantedSchemas.AsFound(),
                        List.of()))
                .hasMessage("There is no schema \"Nowhere\" in the database shop: name the one to move from with"
                        + " schema.source.");
    }

    @Test
    void whatIsWantedIsCheckedBeforeAnythingIsDone() {
        assertThat(wanted()).isEqualTo(new WantedSchemas.AsFound());
        assertThat(wanted("5")).isEqualTo(new WantedSchemas.Number(5));
        assertThat(wanted("a", "b").number()).contains(2);
        Map<List<String>, String> mistakes = Map.of(
                List.of("0"), "x is 0: write how many schemas there are to be, from 1 to the number of tables.",
                List.of("-3"), "x is -3: write how many schemas there are to be, from 1 to the number of tables.",
                List.of("99999999999"),
                        "x is 99999999999: write how many schemas there are to be, from 1 to the number of tables.",
                List.of("a", "5"), "x: '5' is a number among names: write one number, or names alone.",
                List.of("a", "a"), "x: 'a' is there twice: write each name once.",
                List.of("pg_shop"), "x: 'pg_shop' is one of the server's own (pg_*, information_schema): name another.",
                List.of("information_schema"),
                        "x: 'information_schema' is one of the server's own (pg_*, information_schema): name another.",
                List.of(" a"),
                        "x: ' a' can not be a schema's name: write it without blanks at its ends, and without line ends and the like.",
                List.of("5.0"), "x: '5.0' has no letter: write a whole number, or names.",
                List.of("ä".repeat(32)),
                        "x: '" + "ä".repeat(32)
                                + "' is longer than 63 bytes, where the server cuts names: shorten it.");
        mistakes.forEach((words, message) -> assertThatThrownBy(() -> wanted(words.toArray(String[]::new)))
                .isInstanceOf(NoProposalException.class)
                .hasMessage(message));
        tables("a");
        assertThatThrownBy(() -> propose(NOTHING_SEEN, "public"))
                .hasMessage("The schema public is the one to move from: name another one to move to.");
        assertThatThrownBy(() -> propose(NOTHING_SEEN, "b", "c"))
                .hasMessage("There are 2 schemas wanted, and 1 table that can go in schema public: each schema gets one"
                        + " table at least, so ask for fewer.");
    }

    private void refer(Relation from, Relation to) {
        database.foreignKey(
                from.name().name().value() + "_" + to.name().name().value(), from, List.of(1), to, List.of(1));
    }

    private void tables(String... names) {
        for (String name : names) {
            database.table(name);
        }
    }

    private static WantedSchemas wanted(String... words) {
        return WantedSchemas.of(List.of(words), "x");
    }

    private Proposal propose() {
        return propose(NOTHING_SEEN);
    }

    private Proposal propose(Observed observed, String... wanted) {
        return Proposer.propose(database.build(), Identifier.of("public"), observed, wanted(wanted), List.of());
    }

    private List<List<String>> groups(String... wanted) {
        return groups(propose(NOTHING_SEEN, wanted));
    }

    private static List<List<String>> groups(Proposal proposal) {
        return proposal.schemas().stream()
                .map(schema -> schema.tables().stream()
                        .map(table -> table.name().value())
                        .toList())
                .toList();
    }

    private static List<String> names(Proposal proposal) {
        return proposal.schemas().stream().map(schema -> schema.name().value()).toList();
    }

    private static String why(Proposal proposal, String table) {
        Map<String, String> whys = new TreeMap<>();
        proposal.schemas()
                .forEach(
                        schema -> schema.tables().forEach(t -> whys.put(t.name().value(), t.why())));
        return whys.get(table);
    }
}
