package io.github.schemasplit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BatchesPropertyTest {
    private static final int TABLES = 20;
    private static final List<String> TARGETS = List.of("shop", "stock", "log");

    @Property(tries = 300)
    void eachObjectMovesInOneBatchThatIsNotTooLargeUnlessItCanNotBeParted(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int budget) {
        Assignment all = assignment(seed, Map.of());
        List<Assignment> batches = Batches.cut(all, budget);
        assertThat(batches.stream().flatMap(b -> moves(b).stream())).containsExactlyInAnyOrderElementsOf(moves(all));
        for (Assignment batch : batches) {
            assertThat(batches.size() == 1 || !batch.moves().isEmpty()).isTrue();
            if (LockCount.of(batch) > budget) {
                assertThat(Batches.cut(batch, budget)).hasSize(1);
                assertThat(BatchUnits.graph(batch).components()).hasSize(1);
            }
            assertThat(LockCount.of(new Planner().plan(batch), all.snapshot())).isEqualTo(LockCount.of(batch));
        }
    }

    @Property(tries = 300)
    void whatBelongsTogetherIsNotParted(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int budget) {
        Assignment all = assignment(seed, Map.of());
        for (Assignment batch : Batches.cut(all, budget)) {
            Set<ObjectId> moving = new HashSet<>(moves(batch));
            batch.moves().stream()
                    .filter(p -> p.object() instanceof Relation)
                    .forEach(p -> ((Relation) p.object()).parents().forEach(parent -> {
                        if (moves(all).contains(ObjectId.relation(parent))) {
                            assertThat(moving).contains(ObjectId.relation(parent));
                        }
                    }));
        }
    }

    @Property(tries = 300)
    void theOrderOfObjectsDoesNotMatter(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int budget) {
        Mapping mapping = mapping(seed);
        SnapshotBuilder database = database(seed, Map.of());
        assertThat(Batches.cut(Assigner.assign(database.shuffled(seed), mapping), budget).stream()
                        .map(BatchesPropertyTest::moves))
                .isEqualTo(Batches.cut(Assigner.assign(database.build(), mapping), budget).stream()
                        .map(BatchesPropertyTest::moves)
                        .toList());
    }

    /** What is planned again after each batch moves what the whole plan moves, to the same places, and comes to an end. */
    @Property(tries = 200)
    void batchByBatchEverythingGoesWhereOneTransactionTakesIt(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int budget) {
        Map<String, String> whole = new HashMap<>();
        put(whole, assignment(seed, Map.of()));
        Map<String, String> moved = new HashMap<>();
        int rounds = 0;
        for (Assignment rest = assignment(seed, moved); !rest.moves().isEmpty(); ) {
            assertThat(rounds++).isLessThanOrEqualTo(whole.size());
            put(moved, Batches.cut(rest, budget).get(0));
            rest = assignment(seed, moved);
        }
        assertThat(moved).isEqualTo(whole);
    }

    /** Its root leaves another target schema; the parent between them is where both are to go already. */
    @Example
    void aGrandchildGoesWithItsRootWhereTheParentIsInPlace() {
        batchByBatchEverythingGoesWhereOneTransactionTakesIt(1108901, 1);
    }

    @Property(tries = 100)
    void whatFitsIsNotCut(@ForAll long seed) {
        Assignment all = assignment(seed, Map.of());
        assertThat(Batches.cut(all, LockCount.of(all))).containsExactly(all);
    }

    private static void put(Map<String, String> places, Assignment assignment) {
        assignment.moves().forEach(p -> places.put(name(p), p.target().value()));
    }

    private static String name(Placement placement) {
        return placement.current().name().value();
    }

    private static List<ObjectId> moves(Assignment assignment) {
        return assignment.moves().stream().map(p -> p.object().id()).toList();
    }

    private static Assignment assignment(long seed, Map<String, String> moved) {
        return Assigner.assign(database(seed, moved).build(), mapping(seed));
    }

    private static Mapping mapping(long seed) {
        Random random = new Random(~seed);
        MappingBuilder mapping = new MappingBuilder();
        TARGETS.forEach(mapping::tables);
        for (int i = 0; i < TABLES; i++) {
            if (random.nextInt(5) > 0) {
                mapping.tables(TARGETS.get(random.nextInt(TARGETS.size())), "t" + i);
            }
        }
        return mapping.build();
    }

    /** A random database; {@code moved} says which objects are no longer where they were. OIDs depend on the seed alone. */
    private static SnapshotBuilder database(long seed, Map<String, String> moved) {
        Random random = new Random(seed);
        SnapshotBuilder database = new SnapshotBuilder();
        TARGETS.forEach(database::schema);
        List<Relation> tables = new ArrayList<>();
        for (int i = 0; i < TABLES; i++) {
            QualifiedName name = place("t" + i, moved, random);
            boolean child = !tables.isEmpty() && random.nextInt(5) == 0;
            Relation parent = child ? tables.get(random.nextInt(tables.size())) : null;
            String schema = name.schema().value();
            Relation table = parent == null
                    ? database.table(schema, name.name().value())
                    : database.partition(schema, name.name().value(), parent);
            tables.add(table);
            for (int j = random.nextInt(3); j > 0; j--) {
                database.ownedSequence(schema, "t" + i + "_seq" + j, table);
            }
            if (random.nextInt(4) == 0) {
                QualifiedName statistics = place("t" + i + "_stat", moved, random);
                database.statistics(
                        statistics.schema().value(), statistics.name().value(), table);
            }
            if (random.nextBoolean()) {
                database.foreignKey("f" + i, table, List.of(2), any(tables, random), List.of(1));
            }
        }
        for (int i = 0; i < 6; i++) {
            QualifiedName name = place("v" + i, moved, random);
            database.view(name.schema().value(), name.name().value(), any(tables, random), any(tables, random));
        }
        for (int i = 0; i < 3; i++) {
            QualifiedName name = place("s" + i, moved, random);
            List<Relation> users = tables.stream()
                    .filter(r -> r.kind() == RelationKind.TABLE && random.nextInt(8) == 0)
                    .toList();
            database.sequence(name.schema().value(), name.name().value(), users.toArray(Relation[]::new));
        }
        return database;
    }

    /** In the source schema, and sometimes in a target schema from the start, until it is moved. */
    private static QualifiedName place(String name, Map<String, String> moved, Random random) {
        String start = random.nextInt(6) == 0 ? TARGETS.get(random.nextInt(TARGETS.size())) : "public";
        return QualifiedName.of(moved.getOrDefault(name, start), name);
    }

    private static Relation any(List<Relation> tables, Random random) {
        return tables.get(random.nextInt(tables.size()));
    }
}
