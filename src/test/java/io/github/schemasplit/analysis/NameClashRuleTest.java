package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameClashRuleTest {
    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping = new MappingBuilder();

    @Test
    void aTableOfTheNameInTheTargetIsOneFinding() {
        database.table("Order Items");
        database.schema("shop");
        database.view("shop", "Order Items");
        mapping.tables("shop", "Order Items");
        Finding finding = Findings.of(database, mapping).only(FindingCode.NAME_CLASH);
        assertThat(finding.subject()).isEqualTo("table public.\"Order Items\"");
        assertThat(finding.message())
                .isEqualTo("it can not go to schema shop: that schema has view shop.\"Order Items\" already");
    }

    @Test
    void anIndexClashesWithAnyRelation() {
        Relation table = database.table("t");
        database.index("t_pkey", table);
        database.table("shop", "t_pkey");
        mapping.tables("shop", "t");
        Finding finding = Findings.of(database, mapping).only(FindingCode.NAME_CLASH);
        assertThat(finding.message())
                .isEqualTo(
                        "it can not go to schema shop with table public.t: that schema has table shop.t_pkey already");
    }

    @Test
    void anIndexInTheTargetClashesWithATable() {
        database.table("t");
        database.index("t", database.table("shop", "other"));
        mapping.tables("shop", "t");
        assertThat(clashes()).containsExactly("table public.t");
    }

    @Test
    void anOwnedSequenceClashes() {
        database.ownedSequence("public", "ids", database.table("t"));
        database.sequence("shop", "ids");
        mapping.tables("shop", "t");
        assertThat(clashes()).containsExactly("sequence public.ids");
    }

    @Test
    void theRowTypeClashesWithAnEnumOfTheName() {
        database.table("status");
        database.type("shop", "status", 'e');
        mapping.tables("shop", "status");
        assertThat(clashes()).containsExactly("type public.status");
    }

    @Test
    void theArrayTypeKeepsItsNameAndClashes() {
        database.table("t");
        database.type("shop", "_t", 'd');
        mapping.tables("shop", "t");
        assertThat(clashes()).containsExactly("type public._t");
    }

    @Test
    void anEnumClashesWithItsArrayTypeToo() {
        Type status = database.type("public", "status", 'e');
        database.type("public", "_status", 'b', 0, status.oid());
        database.table("shop", "_status");
        mapping.types("shop", "status");
        assertThat(clashes()).containsExactly("type public._status");
    }

    @Test
    void aCompositeTypeClashesWithARelation() {
        database.relation(RelationKind.COMPOSITE_TYPE, "public", "pair");
        database.sequence("shop", "pair");
        mapping.types("shop", "pair");
        assertThat(clashes()).containsExactly("composite type public.pair");
    }

    @Test
    void statisticsObjectsClashWithTheirKind() {
        Relation table = database.table("t");
        database.statistics("public", "s", table);
        database.statistics("shop", "s", database.table("shop", "other"));
        mapping.tables("shop", "t");
        assertThat(clashes()).containsExactly("statistics object public.s");
    }

    @Test
    void routinesClashByTheirArguments() {
        database.routine("public", "f", "integer", "");
        database.routine("public", "g", "integer", "");
        database.routine("shop", "f", "integer", "");
        database.routine("shop", "g", "text", "");
        mapping.routines("shop", "f", "g");
        assertThat(clashes()).containsExactly("routine public.f(integer)");
    }

    @Test
    void twoTablesThatMoveFromDifferentSchemasToOneClash() {
        database.table("old", "t");
        database.table("t");
        database.index("i", database.table("a"));
        database.index("i", database.table("old", "b"));
        mapping.tables("old").tables("shop", "t", "a", "b");
        assertThat(Findings.of(database, mapping).subjects(FindingCode.NAME_CLASH))
                .as("t moves from public; index i comes from both")
                .containsExactly("index public.i");
    }

    @Test
    void aTableInSourceAndTargetClashesWithItself() {
        database.table("t");
        database.table("shop", "t");
        mapping.tables("shop", "t");
        assertThat(clashes()).containsExactly("table public.t");
    }

    @Test
    void sameNamesInOtherSchemasDoNotMatter() {
        database.table("t");
        database.table("other", "t");
        database.routine("shop", "t", "", "");
        mapping.tables("shop", "t");
        assertThat(clashes()).isEmpty();
    }

    private List<String> clashes() {
        return Findings.of(database, mapping).subjects(FindingCode.NAME_CLASH);
    }
}
