package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.mapping.CrossSchemaForeignKeys;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignKeyListTest {
    private static final List<Integer> ONE = List.of(1);

    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping = new MappingBuilder();

    @Test
    void keepsTheColumnsOfACompositeKeyInTheirOrder() {
        Relation a = database.table("a");
        Relation b = database.table("b");
        database.foreignKey("fk", a, List.of(3, 1), b, List.of(2, 3));
        mapping.tables("x", "a").tables("y", "b");
        assertThat(lines()).containsExactly("fk: public.a [c3, c1] -> public.b [c2, c3]: x -> y");
    }

    @Test
    void constraintsOfOneNameOnSeveralTablesAreApart() {
        Relation a = database.table("a");
        Relation b = database.owner("somebody").table("Order \"Items\"");
        Relation c = database.table("c");
        database.foreignKey("fk", a, ONE, c, ONE);
        database.foreignKey("fk", b, ONE, c, ONE);
        mapping.tables("x", "a", "c");
        assertThat(lines())
                .containsExactly(
                        "fk: public.\"Order \"\"Items\"\"\" [c1] -> public.c [c1]: public -> x",
                        "fk: public.a [c1] -> public.c [c1]: x -> x");
    }

    @Test
    void countsForeignKeysFromAndToOtherSchemasButNotBetweenThem() {
        Relation a = database.table("a");
        Relation users = database.table("auth", "users");
        Relation audit = database.table("audit", "log");
        database.foreignKey("to_users", a, ONE, users, ONE);
        database.foreignKey("from_audit", audit, ONE, a, ONE);
        database.foreignKey("between", audit, ONE, users, ONE);
        mapping.tables("x", "a");
        assertThat(lines())
                .containsExactly(
                        "from_audit: audit.log [c1] -> public.a [c1]: audit -> x",
                        "to_users: public.a [c1] -> auth.users [c1]: x -> auth");
        ForeignKeyMatrix matrix = list().matrix();
        assertThat(matrix.schemas()).extracting(Identifier::value).containsExactly("x", "public", "audit", "auth");
        assertThat(matrix.count(Identifier.of("x"), Identifier.of("auth"))).isEqualTo(1);
        assertThat(matrix.count(Identifier.of("auth"), Identifier.of("x"))).isZero();
    }

    @Test
    void foreignKeysOfPartitionsAreListedOnceWithTheirRoot() {
        Relation root = database.relation(RelationKind.PARTITIONED_TABLE, "public", "events");
        Relation part = database.partition("public", "p1", root);
        Relation user = database.table("users");
        database.foreignKey("fk", root, ONE, user, ONE);
        database.foreignKey("fk", part, ONE, user, ONE, true);
        database.foreignKey("own", part, ONE, user, ONE);
        mapping.tables("log", "events");
        assertThat(lines())
                .containsExactly(
                        "fk: public.events [c1] -> public.users [c1]: log -> public",
                        "own: public.p1 [c1] -> public.users [c1]: log -> public");
    }

    @Test
    void theMatrixAddsUpToTheList() {
        Relation a = database.table("a");
        Relation b = database.table("b");
        Relation c = database.table("c");
        database.foreignKey("f1", a, ONE, b, ONE);
        database.foreignKey("f2", a, ONE, b, ONE);
        database.foreignKey("self", a, ONE, a, ONE);
        database.foreignKey("f3", b, ONE, c, ONE);
        mapping.tables("y", "b").tables("x", "a");
        ForeignKeyMatrix matrix = list().matrix();
        assertThat(matrix.schemas()).extracting(Identifier::value).containsExactly("y", "x", "public");
        assertThat(matrix.count(Identifier.of("x"), Identifier.of("y"))).isEqualTo(2);
        assertThat(matrix.count(Identifier.of("x"), Identifier.of("x"))).isEqualTo(1);
        assertThat(matrix.counts().values().stream().mapToLong(n -> n).sum()).isEqualTo(4);
    }

    @Test
    void oneFindingForEachPairOfTargetSchemasAsBadAsTheMappingSays() {
        Relation a = database.table("a");
        Relation b = database.table("b");
        database.foreignKey("f1", a, ONE, b, ONE);
        database.foreignKey("f2", a, ONE, b, ONE);
        database.foreignKey("back", b, ONE, a, ONE);
        database.foreignKey("to_users", a, ONE, database.table("auth", "users"), ONE);
        mapping.tables("x", "a").tables("y", "b");
        assertThat(Findings.of(database, mapping).summary())
                .containsExactly(
                        "WARNING CROSS_SCHEMA_FOREIGN_KEYS schema x to schema y",
                        "WARNING CROSS_SCHEMA_FOREIGN_KEYS schema y to schema x",
                        "INFO OTHER_SCHEMA_FOREIGN_KEYS schema x to schema auth");
        mapping.crossSchemaForeignKeys(CrossSchemaForeignKeys.FAIL);
        assertThat(Findings.of(database, mapping).all().get(0).isError()).isTrue();
        mapping.baseline("foreignKeys: [\"y.b (c1) -> x.a (c1)\"]");
        assertThat(Findings.of(database, mapping).summary())
                .startsWith(
                        "ERROR CROSS_SCHEMA_FOREIGN_KEYS schema x to schema y",
                        "WARNING CROSS_SCHEMA_FOREIGN_KEYS schema y to schema x");
        mapping.crossSchemaForeignKeys(CrossSchemaForeignKeys.ALLOW);
        assertThat(Findings.of(database, mapping).all()).allMatch(f -> f.severity() == Severity.INFO);
    }

    private ForeignKeyList list() {
        return ForeignKeyList.of(Findings.assignment(database, mapping));
    }

    private List<String> lines() {
        return list().foreignKeys().stream()
                .map(k -> k.name() + ": " + k.from() + " " + k.columns() + " -> " + k.to() + " " + k.referencedColumns()
                        + ": " + k.fromSchema() + " -> " + k.toSchema())
                .toList();
    }
}
