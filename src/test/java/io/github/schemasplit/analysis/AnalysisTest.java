package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.mapping.EntryKind;
import io.github.schemasplit.mapping.MappingProblem;
import io.github.schemasplit.mapping.Origin;
import io.github.schemasplit.mapping.Unmapped;
import io.github.schemasplit.mapping.UnmappedViews;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnalysisTest {
    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping = new MappingBuilder();

    @Test
    void findsNothingWhereNothingIsWrong() {
        Relation table = database.table("Order Items");
        database.index("Order Items_pkey", table);
        database.ownedSequence("public", "Order Items_id_seq", table);
        mapping.tables("shop", "Order Items");
        assertThat(findings().all()).isEmpty();
    }

    @Test
    void tellsTheWorstFirst() {
        database.table("rest");
        database.table("log_1");
        mapping.tables("shop", "nope", "x*", "log_1");
        assertThat(findings().summary())
                .containsExactly(
                        "ERROR TABLE_NOT_FOUND table 'nope'",
                        "WARNING GLOB_MATCHES_NOTHING tables 'x*'",
                        "INFO UNMAPPED_TABLE table public.rest");
    }

    @Test
    void suggestsNamesAndSaysWhereTheEntryIs() {
        database.table("orders");
        database.view("v");
        mapping.tables("shop", "ordesr")
                .views("shop", "w1")
                .routines("shop", "f()")
                .types("shop", "t");
        Finding finding = findings().only(FindingCode.TABLE_NOT_FOUND);
        assertThat(finding.remedy()).isEqualTo("did you mean orders?");
        assertThat(finding.origin().orElseThrow().path()).isEqualTo("shop.TABLES[0]");
        assertThat(findings().summary())
                .contains(
                        "ERROR VIEW_NOT_FOUND view 'w1'",
                        "ERROR ROUTINE_NOT_FOUND routine 'f()'",
                        "ERROR TYPE_NOT_FOUND type 't'");
    }

    @Test
    void saysOfOtherKindsOfObjectsWhichIsNotThere() {
        mapping.entries(EntryKind.OPERATORS, "shop", "===(integer, integer)")
                .entries(EntryKind.COLLATIONS, "shop", "german");
        assertThat(findings().subjects(FindingCode.OBJECT_NOT_FOUND))
                .containsExactly("collation 'german'", "operator '===(integer, integer)'");
        assertThat(findings().all().get(1).message())
                .isEqualTo(
                        "the mapping sends '===(integer, integer)' to schema shop, but there is no operator of that name in"
                                + " schema public or shop");
    }

    @Test
    void saysWhyAnEntryCanNotMoveWhatItNames() {
        database.table("Order Items");
        mapping.views("shop", "Order Items").unmapped(new Unmapped.Keep());
        Finding finding = findings().only(FindingCode.CANNOT_MOVE);
        assertThat(finding.subject()).isEqualTo("table public.\"Order Items\"");
        assertThat(finding.message())
                .isEqualTo(
                        "the entry 'Order Items' of schema shop can not move it, for it is a table: name it under 'tables'");
        assertThat(finding.remedy()).isEqualTo("correct the entry at mapping.yml shop.VIEWS[0]");
    }

    @Test
    void malformedBaselinesAreFindings() {
        Origin origin = new Origin("schema-baseline.yml", 2, 8, "");
        Finding finding = Analysis.ofBaseline(List.of(new MappingProblem(origin, "views wants a list of views")))
                .get(0);
        assertThat(finding.code()).isEqualTo(FindingCode.BASELINE_INVALID);
        assertThat(finding.remedy()).isEqualTo("correct it at schema-baseline.yml:2:8");
        assertThat(finding.isError()).isTrue();
    }

    @Test
    void saysBothPlacesOfATableThatIsNamedTwice() {
        database.table("t");
        mapping.tables("a", "t").tables("b", "t");
        assertThat(findings().only(FindingCode.NAMED_TWICE).message())
                .isEqualTo("the entry 't' of schema b has it, and so has the entry 't' of schema a at mapping.yml"
                        + " a.TABLES[0]");
    }

    @Test
    void anUnmappedTableIsAnErrorUnlessItIsToBeKept() {
        database.table("rest");
        mapping.tables("shop");
        assertThat(findings().only(FindingCode.UNMAPPED_TABLE).severity()).isEqualTo(Severity.INFO);
        mapping.unmapped(new Unmapped.Fail());
        assertThat(findings().only(FindingCode.UNMAPPED_TABLE).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void tablesOfMigrationToolsAreSaidApart() {
        database.table("flyway_schema_history");
        mapping.tables("shop").unmapped(new Unmapped.Fail());
        assertThat(findings().summary()).containsExactly("INFO BOOKKEEPING_TABLE table public.flyway_schema_history");
    }

    @Test
    void aSourceSchemaThatIsNotThereIsAnErrorWithASuggestion() {
        mapping.source("pubic").tables("shop");
        Finding finding = findings().only(FindingCode.SOURCE_SCHEMA_MISSING);
        assertThat(finding.subject()).isEqualTo("schema pubic");
        assertThat(finding.remedy()).startsWith("did you mean public?");
    }

    @Test
    void malformedMappingsAreFindings() {
        Origin origin = new Origin("mapping.yml", 3, 5, "schemas");
        Finding finding = Analysis.of(List.of(new MappingProblem(origin, "unknown key 'tabels'")))
                .get(0);
        assertThat(finding.code()).isEqualTo(FindingCode.MAPPING_INVALID);
        assertThat(finding.remedy()).isEqualTo("correct it at mapping.yml:3:5");
        assertThat(finding.isError()).isTrue();
    }

    @Test
    void remediesServeThePomAndTheCommandLineAsWellAsYaml() {
        database.table("left");
        mapping.tables("shop").unmapped(new Unmapped.Fail());
        assertThat(findings().only(FindingCode.UNMAPPED_TABLE).remedy())
                .endsWith("set the option unmapped to keep (schema.unmapped=keep) or to a target schema");
        mapping.source("pubic");
        assertThat(findings().only(FindingCode.SOURCE_SCHEMA_MISSING).remedy())
                .endsWith("Set the option source (schema.source)");
    }

    @Test
    void aMappingThatIsNowhereIsNotToBeCorrectedAnywhere() {
        Finding finding = Analysis.of(List.of(new MappingProblem(Origin.NOWHERE, "there is no mapping")))
                .get(0);
        assertThat(finding.remedy()).contains("POM", "-Dschema.mappingFile=").doesNotContain("correct it at");
        assertThat(finding.origin()).isEmpty();
    }

    @Test
    void followersThatStayAreSaid() {
        Relation a = database.table("a");
        Relation b = database.table("b");
        database.view("mixed", a, b);
        database.view("theirs", b);
        database.sequence("public", "ids", a, b);
        mapping.tables("x", "a");
        assertThat(findings().summary())
                .containsExactly(
                        "INFO UNMAPPED_TABLE table public.b",
                        "INFO VIEW_STAYS view public.mixed",
                        "INFO SEQUENCE_STAYS sequence public.ids");
    }

    @Test
    void aViewThatStaysSinceTheMappingSaysSoIsSaidWithThat() {
        database.view("v", database.table("a"));
        mapping.tables("x", "a").unmappedViews(new UnmappedViews.Stay());
        assertThat(findings().only(FindingCode.VIEW_STAYS).message())
                .isEqualTo(
                        "it reads 1 moving object (table public.a), stays as the mapping says of views that it does not"
                                + " name, and keeps working");
    }

    @Test
    void childrenThatGoAndChildrenThatStayAreSaid() {
        Relation root = database.relation(RelationKind.PARTITIONED_TABLE, "public", "events");
        Stream.of("p1", "p2", "p3", "p4").forEach(p -> database.partition("public", p, root));
        database.partition("archive", "p0", root);
        mapping.tables("log", "events");
        assertThat(findings().only(FindingCode.CHILDREN_FOLLOW).message())
                .startsWith("4 tables below it (public.p1, public.p2, public.p3 and 1 more) will go with it");
        assertThat(findings().only(FindingCode.CHILDREN_STAY).message()).startsWith("1 table below it (archive.p0)");
    }

    @Test
    void extensionObjectsOfTheSourceSchemaAreCounted() {
        database.extension("citext", database.type("public", "citext", 'b'), database.routine("public", "f", "", ""));
        database.extension("elsewhere", database.type("ext", "t", 'b'));
        mapping.tables("shop");
        assertThat(findings().only(FindingCode.EXTENSION_OBJECTS_STAY).message())
                .startsWith("2 objects of it in schema public stay");
    }

    @Test
    void nothingIsSaidAboutRightsWhenNothingMoves() {
        database.owner("boss");
        database.role("boss");
        database.schema("shop");
        database.table("shop", "t");
        database.publication("pub", true, List.of());
        database.defaultAcl("boss", "public", 'r', "app=r");
        mapping.tables("shop", "t");
        assertThat(findings().all()).isEmpty();
    }

    @Test
    void theOrderOfTheSnapshotDoesNotMatter() {
        database.table("a");
        database.table("b");
        database.table("c");
        mapping.tables("shop", "a", "zzz", "yyy");
        assertThat(Analysis.of(Assigner.assign(database.shuffled(7), mapping.build())))
                .isEqualTo(findings().all());
    }

    @Test
    void identifiersInSubjectsAreQuoted() {
        database.table("a\"b");
        mapping.tables("shop");
        assertThat(findings().subjects(FindingCode.UNMAPPED_TABLE)).containsExactly("table public.\"a\"\"b\"");
        assertThat(Identifier.of("a\"b").sql()).isEqualTo("\"a\"\"b\"");
    }

    private Findings findings() {
        return Findings.of(database, mapping);
    }
}
