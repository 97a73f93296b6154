package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.ObservedStatement;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.names.RoutineTexts;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is evidence that a view will not do, and what becomes of it; what views can not do is tried on servers elsewhere. */
class TableVerdictsTest {
    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping =
            new MappingBuilder().tables("My Shop", "orders", "Order \"Items\"").compatibility(Compatibility.VIEWS);
    private final List<ObservedStatement> observed = new ArrayList<>();
    private Relation orders;

    @BeforeEach
    void tables() {
        orders = database.table("orders");
        database.ownedSequence("public", "orders_id_seq", orders);
        database.table("Order \"Items\"");
        database.table("users");
    }

    @Test
    void aViewDoesForWhatIsOnlyReadAndWritten() {
        routine("f", "INSERT INTO orders SELECT * FROM public.orders; TRUNCATE users");
        observed("SELECT * FROM public.orders");
        assertThat(verdicts()).extracting(TableVerdict::verdict).containsOnly(Verdict.VIEW);
        assertThat(verdicts())
                .extracting(v -> v.relation().name().sql())
                .containsExactly("public.\"Order \"\"Items\"\"\"", "public.orders");
        assertThat(findings()).isEmpty();
    }

    @Test
    void namesWithoutASchemaAreServedByAPath() {
        routine("f", "TRUNCATE orders;\nPERFORM nextval('orders_id_seq')");
        TableVerdict verdict = ofOrders();
        assertThat(verdict.verdict()).isEqualTo(Verdict.SEARCH_PATH);
        assertThat(verdict.limits()).containsExactly(ViewLimit.TRUNCATE, ViewLimit.SEQUENCE);
        assertThat(verdict.hits())
                .extracting(LimitHit::evidence)
                .extracting(Evidence::describe)
                .containsExactly("routine public.f(), line 2", "routine public.f(), line 3");
        Finding finding = findings().get(0);
        assertThat(finding.message())
                .isEqualTo(
                        "a view under its old name can not do all that is done with it: TRUNCATE (routine public.f(),"
                                + " line 2), sequences (routine public.f(), line 3)");
        assertThat(finding.remedy())
                .isEqualTo("all of them name it without a schema: let those who run them have a search_path with"
                        + " \"My Shop\" before public; or let routines be mended: set the option routineBodies to"
                        + " rewrite (schema.routineBodies=rewrite)");
    }

    @Test
    void aNameWithTheOldSchemaNeedsAPerson() {
        routine("f", "TRUNCATE orders; TRUNCATE public.orders");
        observed("TRUNCATE public.\"Order \"\"Items\"\"\"");
        assertThat(verdicts())
                .extracting(TableVerdict::verdict)
                .containsExactly(Verdict.CODE_FIRST, Verdict.CODE_FIRST);
        assertThat(findings()).extracting(Finding::severity).containsOnly(Severity.WARNING);
        assertThat(findings())
                .extracting(Finding::subject)
                .containsExactly("table public.\"Order \"\"Items\"\"\"", "table public.orders");
        assertThat(findings().get(0).remedy())
                .isEqualTo("before the move, write its name there without a schema, and let those who run it have a"
                        + " search_path with \"My Shop\" before public; or write \"My Shop\".\"Order \"\"Items\"\"\""
                        + " when it moves");
    }

    @ParameterizedTest
    @EnumSource(RoutineBodies.class)
    void aNameThatIsMendedIsNoEvidence(RoutineBodies bodies) {
        mapping.routineBodies(bodies);
        routine("f", "TRUNCATE public.orders; PERFORM nextval('public.orders_id_seq')");
        assertThat(ofOrders().verdict()).isEqualTo(bodies == RoutineBodies.REWRITE ? Verdict.VIEW : Verdict.CODE_FIRST);
    }

    @Test
    void aNameThatOnlyAPersonCanMendIsEvidence() {
        mapping.routineBodies(RoutineBodies.REWRITE);
        routine("f", "TRUNCATE public.orders; EXECUTE 'COPY pub' || 'lic.orders TO STDOUT'");
        assertThat(ofOrders().limits()).containsExactly(ViewLimit.COPY);
        assertThat(findings().get(0).remedy()).doesNotContain("routineBodies");
    }

    @Test
    void aNameThatIsKnownInPartIsNone() {
        routine("f", "EXECUTE format('TRUNCATE public.%I', x); EXECUTE 'TRUNCATE ' || x");
        assertThat(verdicts()).extracting(TableVerdict::verdict).containsOnly(Verdict.VIEW);
    }

    @Test
    void aTableThatTheTextMakesIsAnother() {
        routine("f", "CREATE TEMP TABLE orders (id int); TRUNCATE orders");
        assertThat(ofOrders().verdict()).isEqualTo(Verdict.VIEW);
    }

    @Test
    void fewPlacesAreToldOfEachLimit() {
        routine("f", "TRUNCATE orders;\nTRUNCATE orders;\nTRUNCATE orders;\nTRUNCATE public.orders; LOCK orders");
        TableVerdict verdict = ofOrders();
        assertThat(verdict.verdict()).isEqualTo(Verdict.CODE_FIRST);
        assertThat(verdict.hits())
                .extracting(LimitHit::evidence)
                .extracting(Evidence::describe)
                .containsExactly(
                        "routine public.f(), line 5", "routine public.f(), line 2", "routine public.f(), line 3");
        assertThat(verdict.further()).isEqualTo(1);
        assertThat(findings().get(0).message()).endsWith("line 3), and so in 1 more place");
    }

    @Test
    void aStatementIsToldWithItsCalls() {
        observed("COPY\n  public.orders (id, " + "note, ".repeat(20) + "at) FROM STDIN");
        assertThat(ofOrders().hits().get(0).evidence().describe())
                .isEqualTo(
                        "run 7 times by role app: COPY public.orders (id, note, note, note, note, note, note, note, note,"
                                + " note, n…");
    }

    @Test
    void whatOnlyRoutinesRanIsReadInTheirTexts() {
        mapping.routineBodies(RoutineBodies.REWRITE);
        routine("f", "TRUNCATE public.orders");
        observed.add(new ObservedStatement("TRUNCATE public.orders", Identifier.of("app"), 7, 1, true));
        assertThat(ofOrders().verdict()).isEqualTo(Verdict.VIEW);
    }

    @Test
    void whatPgDumpReadsIsNoEvidence() {
        observed("LOCK TABLE public.orders, public.users IN ACCESS SHARE MODE");
        observed("COPY public.orders (id) TO stdout;");
        assertThat(ofOrders().verdict()).isEqualTo(Verdict.VIEW);
        observed("COPY public.orders (id) FROM stdin;");
        assertThat(ofOrders().limits()).containsExactly(ViewLimit.COPY);
        observed.clear();
        observed("LOCK TABLE public.users IN ACCESS SHARE MODE");
        observed("COPY public.orders (id) TO stdout;");
        assertThat(ofOrders().limits()).containsExactly(ViewLimit.COPY);
    }

    @Test
    void aDefinitionThatWasGivenOnceIsDone() {
        observed.add(new ObservedStatement(
                "ALTER TABLE public.orders ADD COLUMN note text", Identifier.of("app"), 1, 1, false));
        assertThat(ofOrders().verdict()).isEqualTo(Verdict.VIEW);
        observed.add(new ObservedStatement(
                "CREATE TABLE orders_2 PARTITION OF public.orders DEFAULT", Identifier.of("app"), 1, 1, false));
        assertThat(ofOrders().limits()).containsExactly(ViewLimit.DEFINITION);
    }

    @Test
    void aRoutineThatTakesRowsOfAnotherTableIsNone() {
        database.routine("public", "total", "public.users", "");
        routine("f", "PERFORM total(o), o.total, o.c1 FROM public.orders AS o; PERFORM x::public.orders");
        assertThat(ofOrders().verdict()).isEqualTo(Verdict.VIEW);
    }

    @Test
    void onlyMattersWhereThereAreChildren() {
        routine("f", "DELETE FROM ONLY public.orders");
        assertThat(ofOrders().verdict()).isEqualTo(Verdict.VIEW);
        database.child("public", "old_orders", orders);
        assertThat(ofOrders().limits()).containsExactly(ViewLimit.ONLY);
    }

    @Test
    void aSequenceThatMovesByItselfHasNoView() {
        database.sequence("public", "numbers", orders);
        assertThat(verdicts()).extracting(v -> v.relation().kind()).containsOnly(RelationKind.TABLE);
        routine("f", "PERFORM nextval('numbers')");
        assertThat(verdicts())
                .filteredOn(v -> v.relation().kind() == RelationKind.SEQUENCE)
                .extracting(TableVerdict::verdict)
                .containsExactly(Verdict.SEARCH_PATH);
    }

    @Test
    void whatIsPublishedIsToldElsewhere() {
        database.publication("feed", false, List.of(orders));
        assertThat(ofOrders().verdict()).isEqualTo(Verdict.VIEW);
        observed("ALTER PUBLICATION feed SET TABLE public.orders");
        assertThat(ofOrders().limits()).containsExactly(ViewLimit.LOGICAL_REPLICATION);
    }

    @Test
    void nothingIsToldWhereNoViewsAreAskedFor() {
        mapping.compatibility(Compatibility.SEARCH_PATH);
        routine("f", "TRUNCATE public.orders");
        assertThat(verdicts()).isEmpty();
        assertThat(findings()).isEmpty();
    }

    private Routine routine(String name, String statements) {
        return database.routine("public", name, "", "BEGIN\n" + statements + "; END", "search_path=public");
    }

    private void observed(String statement) {
        observed.add(new ObservedStatement(statement, Identifier.of("app"), 7, 1, false));
    }

    private RoutineTexts texts() {
        Assignment assignment = Assigner.assign(database.build(), mapping.build());
        return new RoutineTexts(assignment);
    }

    private List<TableVerdict> verdicts() {
        return TableVerdicts.of(texts(), observed);
    }

    private TableVerdict ofOrders() {
        return verdicts().stream()
                .filter(v -> v.relation().equals(orders))
                .findFirst()
                .orElseThrow();
    }

    private List<Finding> findings() {
        return Analysis.of(texts(), verdicts()).stream()
                .filter(f -> f.code() == FindingCode.COMPAT_VIEW_LIMIT)
                .toList();
    }
}
