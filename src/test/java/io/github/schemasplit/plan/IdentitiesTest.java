package io.github.schemasplit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is found by its name, since its OID is no longer that of the plan. */
class IdentitiesTest {
    private static final long NOBODY = 99_999;

    private final SnapshotBuilder database = new SnapshotBuilder();

    @Test
    void aRoutineIsFoundByItsArgumentTypesAlsoWhenItIsTheOnlyOneOfItsName() {
        database.routine("shop", "f", "text", "");
        assertThat(found(OidsKept.NONE, function("shop", "f", "integer", "public")))
                .containsExactly(0L);
    }

    @Test
    void schemasOfTypesTellOverloadsApart() {
        database.routine("shop", "f", "one.t, \"Tw o\".\"U\"\"\"[]", "");
        SchemaObject other = database.routine("shop", "f", "two.t, \"Tw o\".\"U\"\"\"[]", "");
        assertThat(found(OidsKept.NONE, function("shop", "f", "two.t, \"Tw o\".\"U\"\"\"[]", "public")))
                .containsExactly(other.id().oid());
    }

    @Test
    void twoThatFitAreNone() {
        database.routine("shop", "f", "one.t", "");
        database.routine("shop", "f", "two.t", "");
        assertThat(found(OidsKept.NONE, function("shop", "f", "public.t", "public")))
                .containsExactly(0L);
    }

    @Test
    void aTypeThatMovedSinceDoesNotHideARoutine() {
        SchemaObject routine = database.routine("shop", "f", "extensions.citext", "");
        assertThat(found(OidsKept.NONE, function("shop", "f", "public.citext", "public")))
                .containsExactly(routine.id().oid());
    }

    /** An argument is written as it is called when the routine's turn comes. */
    @Test
    void aTypeThatMovesBeforeTheRoutineIsKnownByItsNameThen() {
        SchemaObject type = database.type("shop", "t", 'e');
        SchemaObject routine = database.routine("shop", "f", "shop.t", "");
        database.routine("shop", "f", "other.t", "");
        assertThat(found(
                        OidsKept.NONE,
                        move(Movable.TYPE, Catalog.PG_TYPE, "shop", "t", "", "public"),
                        function("shop", "f", "public.t", "public")))
                .containsExactly(type.id().oid(), routine.id().oid());
    }

    @Test
    void whatTwoBatchesMovedOneAfterTheOtherIsFoundByBoth() {
        long table = database.table("crm", "orders").oid();
        assertThat(found(OidsKept.NONE, table("crm", "shop"), table("shop", "public")))
                .containsExactly(table, table);
    }

    @Test
    void whatWasMadeAnewIsFoundByAllBatches() {
        SchemaObject table = database.table("crm", "orders");
        Identities identities = identities(OidsKept.ALL, table("crm", "shop"), table("shop", "public"));
        assertThat(identities.plans())
                .allSatisfy(plan -> assertThat(plan.moves())
                        .extracting(AlterSetSchema::object)
                        .containsExactly(table.id()));
        assertThat(identities.renewed()).containsExactly(table.id());
    }

    /** It is an object of the plan by its OID, and has only taken the name of another. */
    @Test
    void whatWasRenamedIsNotMadeAnew() {
        SchemaObject renamed = database.table("shop", "orders");
        AlterSetSchema items = new AlterSetSchema(
                Movable.TABLE, renamed.id(), QualifiedName.of("shop", "items"), "", Identifier.of("public"), "");
        assertThat(found(OidsKept.ALL, items, table("shop", "public")))
                .containsExactly(renamed.id().oid(), 0L);
    }

    @Test
    void whatWasMovedBackByHandIsFoundWhereItIs() {
        SchemaObject table = database.table("public", "orders");
        assertThat(found(OidsKept.NONE, table("shop", "public")))
                .containsExactly(table.id().oid());
        assertThat(found(OidsKept.ALL, table("shop", "public"))).containsExactly(0L);
    }

    @Test
    void aRowTypeIsNoType() {
        database.table("shop", "t");
        assertThat(found(OidsKept.NONE, move(Movable.TYPE, Catalog.PG_TYPE, "shop", "t", "", "public")))
                .containsExactly(0L);
    }

    private List<Long> found(OidsKept oids, AlterSetSchema... inverses) {
        return identities(oids, inverses).plans().stream()
                .flatMap(Plan::moves)
                .map(move -> move.object().oid())
                .toList();
    }

    /** Each move is a batch of its own. */
    private Identities identities(OidsKept oids, AlterSetSchema... inverses) {
        return Identities.of(
                Stream.of(inverses)
                        .map(move -> new Identities.Recorded(new Plan(List.of(move)), oids))
                        .toList(),
                database.build());
    }

    private static AlterSetSchema table(String schema, String target) {
        return move(Movable.TABLE, Catalog.PG_CLASS, schema, "orders", "", target);
    }

    private static AlterSetSchema function(String schema, String name, String arguments, String target) {
        return move(Movable.FUNCTION, Catalog.PG_PROC, schema, name, arguments, target);
    }

    private static AlterSetSchema move(
            Movable kind, Catalog catalog, String schema, String name, String arguments, String target) {
        return new AlterSetSchema(
                kind,
                new ObjectId(catalog, NOBODY),
                QualifiedName.of(schema, name),
                arguments,
                Identifier.of(target),
                "");
    }
}
