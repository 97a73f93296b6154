package io.github.schemasplit.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ProposerPropertyTest {
    private static final Observed NOTHING_SEEN = new Observed(List.of(), Optional.of("nobody looked"));

    /** Whatever the names, the file means the tables, and each has one place. */
    @Property(tries = 200)
    void theFileIsAMappingOfEveryTable(@ForAll long seed) {
        Snapshot snapshot = random(seed).build();
        Proposal proposal = propose(snapshot, seed);
        List<Identifier> placed = new ArrayList<>(proposal.staying());
        placed.addAll(proposal.unnameable());
        proposal.schemas().forEach(schema -> schema.tables().forEach(table -> placed.add(table.name())));
        assertThat(placed)
                .containsExactlyInAnyOrderElementsOf(
                        snapshot.relations().stream().map(r -> r.name().name()).toList());
        String text = ProposalText.of(proposal, Map.of());
        ParsedMapping parsed = MappingParser.parse(MappingSources.of(YamlMappingReader.read(text, "mapping.yml")));
        assertThat(parsed.problems()).isEmpty();
        Assignment assignment = Assigner.assign(snapshot, parsed.mapping().orElseThrow());
        assertThat(assignment.problems()).isEmpty();
        assertThat(assignment.unmapped())
                .extracting(r -> r.name().name())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(proposal.staying().stream(), proposal.unnameable().stream())
                                .toList());
        for (ProposedSchema schema : proposal.schemas()) {
            assertThat(schema.tables()).isNotEmpty();
            for (ProposedSchema.Table table : schema.tables()) {
                Relation relation = snapshot.relations().stream()
                        .filter(r -> r.name().name().equals(table.name()))
                        .findFirst()
                        .orElseThrow();
                assertThat(assignment.schemaAfter(relation)).isEqualTo(schema.name());
            }
        }
    }

    @Property(tries = 200)
    void theOrderOfObjectsDoesNotMatter(@ForAll long seed) {
        SnapshotBuilder builder = random(seed);
        assertThat(propose(builder.shuffled(seed), seed)).isEqualTo(propose(builder.build(), seed));
    }

    private static Proposal propose(Snapshot snapshot, long seed) {
        return Proposer.propose(
                snapshot,
                Identifier.of("public"),
                NOTHING_SEEN,
                seed % 2 == 0
                        ? new WantedSchemas.AsFound()
                        : new WantedSchemas.Number(1 + (int) Math.floorMod(seed, 3L)),
                List.of());
    }

    private static SnapshotBuilder random(long seed) {
        List<String> names = List.of(
                "orders",
                "order_items",
                "Order \"Items\"",
                "a*b",
                "a?b",
                "a\\b",
                "a.b",
                "f(x)",
                "line\nbreak",
                "\u2028",
                "größe",
                "select",
                "null",
                "#",
                "- x",
                "yes",
                "'",
                "{a: b}",
                "☃",
                "_",
                "user",
                "users",
                "user_roles");
        Random random = new Random(seed);
        SnapshotBuilder builder = new SnapshotBuilder();
        List<Relation> tables = new ArrayList<>();
        int number = 3 + random.nextInt(names.size() - 3);
        for (int at = 0; at < number; at++) {
            tables.add(builder.table(names.get(at)));
        }
        for (int key = 0; key < random.nextInt(2 * number); key++) {
            Relation from = tables.get(random.nextInt(number));
            Relation to = tables.get(random.nextInt(number));
            builder.foreignKey("k" + key, from, List.of(1 + random.nextInt(3)), to, List.of(1));
        }
        return builder;
    }
}
