package io.github.schemasplit.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.Unmapped;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AssignerPropertyTest {
    private static final List<String> NAMES = List.of(
            "orders",
            "Order Items",
            "a\"b",
            "select",
            "größe",
            "100%",
            "$x",
            "back\\slash",
            "log_1",
            "log_2",
            "_t",
            "t");
    private static final List<String> TARGETS = List.of("shop", "My Log", "b");

    @Property(tries = 300)
    void everyObjectHasAtMostOnePlacementAndEveryTableIsAccountedFor(@ForAll long seed) {
        Snapshot snapshot = database(seed, Map.of()).build();
        Assignment assignment = Assigner.assign(snapshot, mapping(seed).build());
        assertThat(assignment.placements().stream().map(p -> p.object().id())).doesNotHaveDuplicates();
        for (Relation table : assignment.unmapped()) {
            assertThat(assignment.placement(table.id())).isEmpty();
            assertThat(assignment.bookkeeping()).doesNotContain(table);
        }
    }

    @Property(tries = 300)
    void theOrderOfObjectsDoesNotMatter(@ForAll long seed) {
        SnapshotBuilder database = database(seed, Map.of());
        Assignment one = Assigner.assign(database.build(), mapping(seed).build());
        Assignment other =
                Assigner.assign(database.shuffled(seed), mapping(seed).build());
        assertThat(other.placements()).isEqualTo(one.placements());
        assertThat(other.unmapped()).isEqualTo(one.unmapped());
        assertThat(other.problems()).isEqualTo(one.problems());
    }

    @Property(tries = 300)
    void nothingMovesOnceEverythingHasMoved(@ForAll long seed) {
        MappingBuilder mapping = mapping(seed);
        Assignment before = Assigner.assign(database(seed, Map.of()).build(), mapping.build());
        Map<String, String> moved = before.moves().stream()
                .filter(p -> p.object() instanceof Relation)
                .collect(Collectors.toMap(
                        p -> p.current().name().value(), p -> p.target().value()));
        Assignment after = Assigner.assign(database(seed, moved).build(), mapping.build());
        assertThat(after.moves()).isEmpty();
        assertThat(after.placements().stream().map(p -> p.object().id()))
                .containsExactlyInAnyOrderElementsOf(
                        before.placements().stream().map(p -> p.object().id()).toList());
    }

    @Property(tries = 300)
    void childrenAreWhereTheirParentIs(@ForAll long seed) {
        Snapshot snapshot = database(seed, Map.of()).build();
        Assignment assignment = Assigner.assign(snapshot, mapping(seed).build());
        for (Relation child : snapshot.relations()) {
            for (long parent : child.parents()) {
                assertThat(assignment.schemaAfter(child))
                        .isEqualTo(
                                assignment.schemaAfter(snapshot.relation(parent).orElseThrow()));
            }
        }
    }

    /** A random database; {@code moved} says which relations are no longer in {@code public}. OIDs depend on the seed alone. */
    private static SnapshotBuilder database(long seed, Map<String, String> moved) {
        Random random = new Random(seed);
        SnapshotBuilder database = new SnapshotBuilder();
        List<Relation> relations = new ArrayList<>();
        for (String name : NAMES) {
            String schema = moved.getOrDefault(name, "public");
            boolean child = !relations.isEmpty() && random.nextInt(4) == 0;
            Relation parent = child ? relations.get(random.nextInt(relations.size())) : null;
            relations.add(parent == null ? database.table(schema, name) : database.child(schema, name, parent));
        }
        for (int i = 0; i < 6; i++) {
            String name = "v" + i;
            Relation a = relations.get(random.nextInt(relations.size()));
            Relation b = relations.get(random.nextInt(relations.size()));
            relations.add(database.view(moved.getOrDefault(name, "public"), name, a, b));
        }
        for (int i = 0; i < 3; i++) {
            String name = "s" + i;
            List<Relation> tables = relations.stream()
                    .filter(r -> r.kind() == RelationKind.TABLE && random.nextInt(6) == 0)
                    .toList();
            database.sequence(moved.getOrDefault(name, "public"), name, tables.toArray(Relation[]::new));
        }
        return database;
    }

    private static MappingBuilder mapping(long seed) {
        Random random = new Random(~seed);
        MappingBuilder mapping = new MappingBuilder();
        TARGETS.forEach(mapping::tables);
        for (String name : NAMES) {
            if (random.nextBoolean()) {
                mapping.tables(TARGETS.get(random.nextInt(TARGETS.size())), name.replace("\\", "\\\\"));
            }
        }
        if (random.nextBoolean()) {
            mapping.tables(TARGETS.get(0), "log_*").views(TARGETS.get(1), "v1");
        }
        if (random.nextInt(3) == 0) {
            mapping.unmapped(new Unmapped.MoveTo(Identifier.of(TARGETS.get(2))));
        }
        return mapping;
    }
}
