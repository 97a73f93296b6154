package io.github.schemasplit.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.StatisticsObject;
import io.github.schemasplit.mapping.UnmappedViews;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import org.junit.jupiter.api.Test;

/** What goes along with tables: partitions, children, sequences, statistics objects and views. */
class FollowerAssignmentTest {
    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping = new MappingBuilder();

    @Test
    void partitionsOfEveryLevelGoWithTheirRoot() {
        Relation root = database.relation(RelationKind.PARTITIONED_TABLE, "public", "events");
        Relation year = database.partition("public", "events 2024", root);
        Relation month = database.partition("public", "events 2024 01", year);
        mapping.tables("log", "events");
        assertThat(assigned().moves())
                .containsExactly(
                        "partitioned table public.events -> log",
                        "table public.\"events 2024\" -> log",
                        "table public.\"events 2024 01\" -> log");
        assertThat(assigned().cause(month)).isEqualTo(new Cause.ChildOf(root.id()));
        assertThat(assigned().unmapped()).isEmpty();
    }

    @Test
    void partitionsLeftBehindFollowTheirRootThatIsInPlace() {
        Relation root = database.relation(RelationKind.PARTITIONED_TABLE, "log", "events");
        database.partition("public", "p1", root);
        database.partition("log", "p2", root);
        mapping.tables("log", "events");
        assertThat(assigned().moves()).containsExactly("table public.p1 -> log");
        assertThat(assigned().inPlace()).containsExactly("partitioned table log.events", "table log.p2");
    }

    @Test
    void partitionsThatSomebodyPutElsewhereStayThere() {
        Relation root = database.relation(RelationKind.PARTITIONED_TABLE, "public", "events");
        database.partition("archive", "p1", root);
        mapping.tables("log", "events");
        assertThat(assigned().moves()).containsExactly("partitioned table public.events -> log");
    }

    @Test
    void aPartitionCanNotGoElsewhereThanItsRoot() {
        Relation root = database.relation(RelationKind.PARTITIONED_TABLE, "public", "events");
        database.partition("public", "p1", root);
        mapping.tables("log", "events").tables("shop", "p1");
        assertThat(assigned().moves())
                .containsExactly("partitioned table public.events -> log", "table public.p1 -> log");
        assertThat(assigned().problems())
                .containsExactly("shop.p1: table public.p1: it is a partition of public.events, which goes to log, and"
                        + " goes with it: remove this entry");
    }

    @Test
    void aPartitionMayBeNamedWithItsRoot() {
        Relation root = database.relation(RelationKind.PARTITIONED_TABLE, "public", "events");
        database.partition("public", "p1", root);
        mapping.tables("log", "events", "p1");
        assertThat(assigned().moves()).hasSize(2);
        assertThat(assigned().problems()).isEmpty();
    }

    @Test
    void aPartitionCanNotLeaveARootThatStays() {
        Relation root = database.relation(RelationKind.PARTITIONED_TABLE, "public", "events");
        database.partition("public", "p1", root);
        mapping.tables("log", "p1");
        assertThat(assigned().moves()).isEmpty();
        assertThat(assigned().problems())
                .containsExactly("log.p1: table public.p1: it is a partition of public.events, which stays, and stays"
                        + " with it: name events instead");
    }

    @Test
    void globsSpeakOfRootsOnly() {
        Relation root = database.relation(RelationKind.PARTITIONED_TABLE, "public", "events");
        database.partition("public", "events_1", root);
        mapping.tables("log", "events").tables("shop", "events_*");
        assertThat(assigned().moves())
                .containsExactly("partitioned table public.events -> log", "table public.events_1 -> log");
        assertThat(assigned().problems()).containsExactly("shop.events_*: matches nothing");
    }

    @Test
    void aChildOfParentsInTwoSchemasIsAProblem() {
        Relation a = database.table("a");
        Relation b = database.table("b");
        database.child("public", "c", a, b);
        mapping.tables("x", "a").tables("y", "b");
        assertThat(assigned().moves()).containsExactly("table public.a -> x", "table public.b -> y");
        assertThat(assigned().problems())
                .containsExactly("x.a: table public.c: it would inherit from public.a in x and from public.b in y: send"
                        + " these to one schema");
    }

    @Test
    void aChildOfATableOutsideTheMappingStandsForItself() {
        Relation parent = database.table("elsewhere", "base");
        database.child("public", "c", parent);
        mapping.tables("x", "c");
        assertThat(assigned().moves()).containsExactly("table public.c -> x");
    }

    @Test
    void ownedSequencesNeedNoPlacement() {
        Relation table = database.table("t");
        database.ownedSequence("public", "t_id_seq", table);
        mapping.tables("x", "t");
        assertThat(assigned().moves()).containsExactly("table public.t -> x");
    }

    @Test
    void aSequenceOfDefaultsInOneSchemaGoesThere() {
        Relation a = database.table("a");
        Relation b = database.table("b");
        Relation sequence = database.sequence("public", "ids", b, a);
        mapping.tables("x", "a", "b");
        assertThat(assigned().moves())
                .containsExactly("table public.a -> x", "table public.b -> x", "sequence public.ids -> x");
        assertThat(assigned().cause(sequence)).isEqualTo(new Cause.SequenceOfDefault(a.id()));
    }

    @Test
    void aSequenceThatSeveralSchemasOrStayingTablesOrRoutinesUseStays() {
        Relation a = database.table("a");
        Relation b = database.table("b");
        database.sequence("public", "both", a, b);
        database.sequence("public", "half", a, database.table("stays"));
        Relation called = database.sequence("public", "called", a);
        database.depends(database.routine("public", "f", "", ""), called, 'n');
        database.sequence("public", "unused");
        database.sequence("ids", "elsewhere", a);
        mapping.tables("x", "a").tables("y", "b");
        assertThat(assigned().moves()).containsExactly("table public.a -> x", "table public.b -> y");
    }

    @Test
    void theRowTypeThatOldServersGiveASequenceIsNoUser() {
        Relation table = database.table("t");
        Relation sequence = database.sequence("public", "ids", table);
        database.depends(database.type("public", "ids", 'c', sequence.oid(), 0), sequence, 'i');
        mapping.tables("x", "t");
        assertThat(assigned().moves()).containsExactly("sequence public.ids -> x", "table public.t -> x");
    }

    @Test
    void theCompositeTypesThatAViewUsesDoNotHoldIt() {
        Relation table = database.table("t");
        database.view("v", table, database.relation(RelationKind.COMPOSITE_TYPE, "public", "pair"));
        mapping.tables("x", "t");
        assertThat(assigned().moves()).containsExactly("table public.t -> x", "view public.v -> x");
    }

    @Test
    void statisticsObjectsGoWithTheirTable() {
        Relation table = database.table("t");
        StatisticsObject statistics = database.statistics("public", "t stats", table);
        database.statistics("stats", "elsewhere", table);
        mapping.tables("x", "t");
        assertThat(assigned().moves())
                .containsExactly("table public.t -> x", "statistics object public.\"t stats\" -> x");
        assertThat(assigned().cause(statistics)).isEqualTo(new Cause.StatisticsOf(table.id()));
    }

    @Test
    void viewsOnViewsFollowWhatTheyReadWhateverTheirNames() {
        Relation table = database.table("t");
        Relation low = database.view("z", table);
        Relation top = database.view("a", low);
        mapping.tables("x", "t");
        assertThat(assigned().moves())
                .containsExactly("view public.a -> x", "table public.t -> x", "view public.z -> x");
        assertThat(assigned().cause(top)).isEqualTo(new Cause.ReadsOnly());
    }

    @Test
    void viewsThatReadTwoSchemasOrNothingStay() {
        Relation a = database.table("a");
        Relation b = database.table("b");
        Relation mixed = database.view("mixed", a, b);
        database.view("on_mixed", mixed, a);
        database.view("with_stays", a, database.table("stays"));
        database.view("with_auth", a, database.table("auth", "users"));
        database.view("constant");
        database.view("elsewhere", "theirs", a);
        mapping.tables("x", "a").tables("y", "b");
        assertThat(assigned().moves()).containsExactly("table public.a -> x", "table public.b -> y");
    }

    @Test
    void aNamedViewGoesWhereItsEntrySaysAndOthersFollowIt() {
        Relation a = database.table("a");
        Relation named = database.view("named", a, database.table("b"));
        database.view("on_named", named);
        mapping.tables("x", "a").views("y", "named");
        assertThat(assigned().moves())
                .containsExactly("table public.a -> x", "view public.named -> y", "view public.on_named -> y");
    }

    @Test
    void aViewCountsItsOwnedSequencesWhereTheirTableGoes() {
        Relation a = database.table("a");
        Relation sequence = database.ownedSequence("public", "a_id_seq", a);
        database.view("v", a, sequence);
        mapping.tables("x", "a");
        assertThat(assigned().moves()).containsExactly("table public.a -> x", "view public.v -> x");
    }

    @Test
    void followersGoOnWithATableThatMovesFromOneTargetToAnother() {
        Relation table = database.table("old", "t");
        database.view("old", "v", table);
        database.statistics("old", "s", table);
        database.sequence("old", "ids", table);
        mapping.tables("old").tables("x", "t");
        assertThat(assigned().moves())
                .containsExactly(
                        "sequence old.ids -> x", "statistics object old.s -> x", "table old.t -> x", "view old.v -> x");
    }

    @Test
    void materializedViewsAreViews() {
        Relation table = database.table("t");
        Relation summary = database.relation(RelationKind.MATERIALIZED_VIEW, "public", "summary");
        database.depends(summary, table, 'n');
        mapping.tables("x", "t");
        assertThat(assigned().moves()).containsExactly("materialized view public.summary -> x", "table public.t -> x");
    }

    @Test
    void viewsStayWhenTheMappingSaysSo() {
        Relation table = database.table("a");
        database.view("v", table);
        mapping.tables("x", "a").unmappedViews(new UnmappedViews.Stay());
        assertThat(assigned().moves()).containsExactly("table public.a -> x");
    }

    @Test
    void anEntryBeatsWhatIsSaidOfOtherViews() {
        Relation table = database.table("a");
        database.view("v", table);
        mapping.tables("x", "a").views("y", "v").unmappedViews(new UnmappedViews.Stay());
        assertThat(assigned().moves()).containsExactly("table public.a -> x", "view public.v -> y");
    }

    @Test
    void viewsGoToTheSchemaThatTakesThemAll() {
        Relation table = database.table("a");
        Relation view = database.view("v", table);
        database.view("over", view);
        database.relation(RelationKind.VIEW, "elsewhere", "w");
        database.relation(RelationKind.VIEW, "views", "there");
        database.extension("pg_stat_statements", database.view("pg_stat_statements"));
        mapping.tables("x", "a")
                .views("views", "there")
                .unmappedViews(new UnmappedViews.MoveTo(Identifier.of("views")));
        assertThat(assigned().moves())
                .containsExactly("table public.a -> x", "view public.over -> views", "view public.v -> views");
        assertThat(assigned().cause(view)).isEqualTo(new Cause.UnmappedDefault());
        assertThat(assigned().inPlace()).containsExactly("view views.there");
    }

    private Assigned assigned() {
        return Assigned.of(database, mapping);
    }
}
