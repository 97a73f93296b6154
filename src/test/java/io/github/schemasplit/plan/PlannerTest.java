package io.github.schemasplit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.AssignmentBuilder;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private final SnapshotBuilder snapshot = new SnapshotBuilder();

    @Test
    void makesAMissingSchemaWithOwnerAndComment() {
        assertThat(statements(assign().target("a\"b", Optional.of("It's \\ here"), Optional.of("select"))))
                .containsExactly(
                        "CREATE SCHEMA \"a\"\"b\" AUTHORIZATION \"select\"",
                        "COMMENT ON SCHEMA \"a\"\"b\" IS E'It''s \\\\ here'");
    }

    @Test
    void aMissingSchemaWithoutOwnerBelongsToTheRoleThatPlansWhoeverRunsTheScript() {
        snapshot.role("The \"Boss\" %s");
        snapshot.currentRole("The \"Boss\" %s");
        assertThat(statements(assign().target("shop")))
                .containsExactly("CREATE SCHEMA shop AUTHORIZATION \"The \"\"Boss\"\" %s\"");
    }

    @Test
    void changesTheCommentOfASchemaThatIsThereAndNothingElse() {
        Schema schema = snapshot.schema("shop");
        snapshot.comment(schema, "old");

        Plan plan = plan(assign().target("shop", Optional.of("new"), Optional.of("somebody")));

        assertThat(statements(plan)).containsExactly("COMMENT ON SCHEMA shop IS 'new'");
        assertThat(statements(plan.inverse())).containsExactly("COMMENT ON SCHEMA shop IS 'old'");
    }

    @Test
    void plansNothingForWhatIsInPlace() {
        Relation table = snapshot.table("shop", "orders");
        snapshot.comment(snapshot.schema("shop"), "Orders");

        assertThat(plan(assign().target("shop", Optional.of("Orders"), Optional.empty())
                                .place(table, "shop"))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void movesByKindAndName() {
        snapshot.schema("shop");
        AssignmentBuilder assignment = assign().target("shop")
                .place(snapshot.statistics("public", "s", snapshot.table("x")), "shop")
                .place(snapshot.view("v"), "shop")
                .place(snapshot.relation(RelationKind.MATERIALIZED_VIEW, "public", "m"), "shop")
                .place(snapshot.relation(RelationKind.FOREIGN_TABLE, "public", "f"), "shop")
                .place(snapshot.relation(RelationKind.PARTITIONED_TABLE, "public", "Order Items"), "shop")
                .place(snapshot.table("b"), "shop")
                .place(snapshot.sequence("public", "q"), "shop")
                .place(snapshot.type("public", "e", 'e'), "shop")
                .place(snapshot.type("public", "d", 'd'), "shop")
                .place(snapshot.routine("public", "g", "\"a,\"\"b\" integer", ""), "shop");

        assertThat(statements(assignment).stream().filter(s -> s.contains("SET SCHEMA")))
                .containsExactly(
                        "ALTER FUNCTION public.g(\"a,\"\"b\" integer) SET SCHEMA shop",
                        "ALTER TABLE public.\"Order Items\" SET SCHEMA shop",
                        "ALTER TABLE public.b SET SCHEMA shop",
                        "ALTER FOREIGN TABLE public.f SET SCHEMA shop",
                        "ALTER VIEW public.v SET SCHEMA shop",
                        "ALTER MATERIALIZED VIEW public.m SET SCHEMA shop",
                        "ALTER SEQUENCE public.q SET SCHEMA shop",
                        "ALTER STATISTICS public.s SET SCHEMA shop",
                        "ALTER TYPE public.e SET SCHEMA shop",
                        "ALTER DOMAIN public.d SET SCHEMA shop");
    }

    @Test
    void carriesTheDefaultAclsThatTheTargetHasNot() {
        snapshot.schema("shop");
        snapshot.role("app_admin");
        snapshot.defaultAcl("app", "public", 'r', "reader=r", "writer=arw");
        snapshot.defaultAcl("app", "shop", 'r', "writer=r");
        snapshot.defaultAcl("app_admin", "public", 'r', "reader=r");
        snapshot.defaultAcl("app", "", 'f', "reader=X");

        assertThat(statements(assign().place(snapshot.table("orders"), "shop")))
                .containsExactly(
                        "ALTER DEFAULT PRIVILEGES FOR ROLE app IN SCHEMA shop GRANT SELECT ON TABLES TO reader",
                        "ALTER DEFAULT PRIVILEGES FOR ROLE app IN SCHEMA shop GRANT INSERT, UPDATE ON TABLES TO writer",
                        "ALTER TABLE public.orders SET SCHEMA shop");
    }

    @Test
    void addsWhatLeavesAPublicationOfTheSchema() {
        snapshot.schema("shop");
        Relation root = snapshot.relation(RelationKind.PARTITIONED_TABLE, "public", "events");
        Relation partition = snapshot.partition("public", "events_1", root);
        Relation member = snapshot.table("member");
        Relation orders = snapshot.table("orders");
        snapshot.publication("whole", false, List.of(member), "public");
        snapshot.publication("both", false, List.of(), "public", "shop");
        snapshot.publication("other", false, List.of(orders), "auth");
        snapshot.publication("everything", true, List.of());

        assertThat(statements(assign().place(orders, "shop")
                                .place(partition, "shop")
                                .place(root, "shop")
                                .place(member, "shop")
                                .place(snapshot.view("v", orders), "shop"))
                        .stream()
                        .filter(s -> s.contains("PUBLICATION")))
                .containsExactly(
                        "ALTER PUBLICATION whole ADD TABLE ONLY shop.events",
                        "ALTER PUBLICATION whole ADD TABLE ONLY shop.orders");
    }

    @Test
    void saysWhyItDoesWhatItDoes() {
        snapshot.schema("shop");
        Relation table = snapshot.table("orders");

        assertThat(plan(assign().place(table, "shop")).operations())
                .extracting(Operation::reason)
                .containsExactly("mapping.yml:4:12 orders");
    }

    @Test
    void theInverseOfTheInverseIsThePlan() {
        snapshot.defaultAcl("app", "public", 'r', "reader=r");
        snapshot.publication("whole", false, List.of(), "public");
        Plan plan = plan(assign().target("shop", Optional.of("Orders"), Optional.of("reader"))
                .place(snapshot.table("orders"), "shop"));

        assertThat(plan.inverse().inverse()).isEqualTo(plan);
        assertThat(plan.operations()).hasSize(6);
    }

    @Test
    void plansFortyThousandTablesInSeconds() {
        snapshot.publication("whole", false, List.of(), "public");
        AssignmentBuilder assignment = assignmentOf(40_000);
        Assignment built = assignment.build();

        long start = System.nanoTime();
        Plan plan = new Planner().plan(built);

        assertThat(plan.operations()).hasSizeGreaterThan(80_000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    private AssignmentBuilder assignmentOf(int tables) {
        List<Relation> relations = IntStream.range(0, tables)
                .mapToObj(i -> snapshot.table("t" + i))
                .toList();
        AssignmentBuilder assignment = assign();
        relations.forEach(t -> assignment.place(t, "shop"));
        return assignment;
    }

    private AssignmentBuilder assign() {
        return new AssignmentBuilder(snapshot);
    }

    private static Plan plan(AssignmentBuilder assignment) {
        return new Planner().plan(assignment.build());
    }

    private static List<String> statements(AssignmentBuilder assignment) {
        return statements(plan(assignment));
    }

    private static List<String> statements(Plan plan) {
        return plan.operations().stream().map(o -> o.statement().sql()).toList();
    }
}
