package io.github.schemasplit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PlanRunner;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.SnapshotBuilder;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {
    /** What a transaction takes on the catalogs, beside what moves. */
    private static final int CATALOGS = 64;

    private final SnapshotBuilder database = new SnapshotBuilder();

    @Test
    void tablesThatForeignKeysJoinGoTogether() {
        Relation a = database.table("a");
        database.table("b");
        Relation c = database.table("c");
        Relation d = database.table("d");
        database.foreignKey("c_a", c, List.of(2), a, List.of(1));
        database.foreignKey("d_c", d, List.of(2), c, List.of(1));
        database.table("e");
        assertThat(names(3)).containsExactly(List.of("a", "c", "d"), List.of("b", "e"));
    }

    @Test
    void whatIsLargerThanABatchIsCutAlongItsForeignKeys() {
        Relation z = database.table("z");
        Relation y = database.table("y");
        Relation x = database.table("x");
        Relation w = database.table("w");
        database.foreignKey("w_x", w, List.of(2), x, List.of(1));
        database.foreignKey("x_y", x, List.of(2), y, List.of(1));
        database.foreignKey("y_z", y, List.of(2), z, List.of(1));
        database.table("a");
        assertThat(names(2)).containsExactly(List.of("a"), List.of("y", "z"), List.of("w", "x"));
    }

    @Test
    void whatFollowsATableStaysWithIt() {
        Relation a = database.table("a");
        database.ownedSequence("public", "a_id_seq", a);
        database.partition("public", "a_1", a);
        database.statistics("public", "a_stat", a);
        Relation b = database.table("b");
        database.view("v", a, b);
        assertThat(names(1)).containsExactly(List.of("a", "a_1", "a_stat", "v"), List.of("b"));
    }

    /** What follows several tables does so as long as they are all in its schema. */
    @Test
    void whatFollowsSeveralTablesFromAnotherSchemaStaysWithThemAll() {
        database.schema("old");
        Relation a = database.table("old", "a");
        Relation b = database.table("old", "b");
        database.view("old", "v", a, b);
        MappingBuilder mapping = new MappingBuilder().tables("shop", "*").tables("old");
        database.table("c");
        assertThat(cut(mapping, 1)).containsExactly(List.of("c"));
        assertThat(cut(new MappingBuilder().source("old").tables("shop", "*"), 1))
                .containsExactly(List.of("a", "v"), List.of("b"));
    }

    @PostgresTest
    void asManyLocksAreHeldAsAreCounted(@Sample TestDatabase sample) throws SQLException {
        try (Connection connection = sample.connect()) {
            Snapshot snapshot = new CatalogReader().readInOwnTransaction(connection);
            Plan plan = new Planner()
                    .plan(Assigner.assign(
                            snapshot, SampleDatabase.mapping().mapping().orElseThrow()));
            connection.setAutoCommit(false);
            PlanRunner.run(connection, plan);
            long relations = count(connection, "mode = 'AccessExclusiveLock' AND locktype = 'relation'");
            long all = count(connection, "true");
            connection.rollback();
            long others = plan.moves().filter(m -> !m.kind().isRelation()).count();
            assertThat(others).isPositive();
            assertThat(LockCount.of(plan, snapshot)).isEqualTo(relations + others);
            assertThat(all).isLessThan(LockCount.of(plan, snapshot) + CATALOGS);
        }
    }

    private static long count(Connection connection, String which) throws SQLException {
        try (ResultSet row = connection
                .createStatement()
                .executeQuery("SELECT count(DISTINCT (locktype, relation, classid, objid)) FROM pg_locks"
                        + " WHERE pid = pg_backend_pid() AND " + which)) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<List<String>> names(long budget) {
        return cut(new MappingBuilder().tables("shop", "*"), budget);
    }

    private List<List<String>> cut(MappingBuilder mapping, long budget) {
        Assignment assignment = Assigner.assign(database.build(), mapping.build());
        return Batches.cut(assignment, budget).stream()
                .map(b ->
                        b.moves().stream().map(p -> p.current().name().value()).toList())
                .toList();
    }
}
