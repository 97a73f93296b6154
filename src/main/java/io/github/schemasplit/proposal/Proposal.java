package io.github.schemasplit.proposal;

import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A mapping that is proposed, with what it would cost.
 *
 * @param database the database's name
 * @param source the schema to move from
 * @param schemas the schemas, the largest first
 * @param staying the tables that nothing ties to others, which stay, by name
 * @param unnameable the tables that stay since no mapping can name them, by name
 * @param bookkeeping the tables of migration tools, which stay, by name
 * @param ties what ties the tables to each other
 * @param served whether an HTTP API serves the source schema, so that it embeds tables along foreign keys
 * @param unobserved why there are no statements; empty where there are
 */
public record Proposal(
        Identifier database,
        Identifier source,
        List<ProposedSchema> schemas,
        List<Identifier> staying,
        List<Identifier> unnameable,
        List<Identifier> bookkeeping,
        List<Tie> ties,
        boolean served,
        Optional<String> unobserved) {
    public Proposal {
        schemas = List.copyOf(schemas);
        staying = List.copyOf(staying);
        unnameable = List.copyOf(unnameable);
        bookkeeping = List.copyOf(bookkeeping);
        ties = List.copyOf(ties);
    }

    /** How many tables it has a place for, those that stay included. */
    public int tables() {
        return staying.size()
                + schemas.stream().mapToInt(schema -> schema.tables().size()).sum();
    }

    /** The ties of a kind. */
    public List<Tie> ties(TieKind kind) {
        return ties.stream().filter(tie -> tie.kind() == kind).toList();
    }

    /** Those of a kind that would run between schemas, each with these in the order of its tables. */
    public List<Crossing> crossing(TieKind kind) {
        Map<Identifier, Identifier> places = new HashMap<>();
        for (ProposedSchema schema : schemas) {
            schema.tables().forEach(table -> places.put(table.name(), schema.name()));
        }
        return ties(kind).stream()
                .map(tie -> new Crossing(
                        tie,
                        tie.tables().stream()
                                .map(table -> places.getOrDefault(table, source))
                                .distinct()
                                .toList()))
                .filter(crossing -> crossing.schemas().size() > 1)
                .toList();
    }

    /** What the cut costs, kind by kind, as far as there is something of the kind. */
    public List<Cost> costs() {
        return Arrays.stream(TieKind.values())
                .filter(kind -> kind.costs() && !ties(kind).isEmpty())
                .map(kind -> new Cost(kind, ties(kind).size(), crossing(kind)))
                .toList();
    }

    /**
     * What the cut costs of one kind.
     *
     * @param all how many ties of the kind there are
     * @param crossing those that would run between schemas
     */
    public record Cost(TieKind kind, int all, List<Crossing> crossing) {
        public Cost {
            crossing = List.copyOf(crossing);
        }

        /** For people: {@code 49 of 131 foreign keys}. */
        public String text() {
            return crossing.size() + " of " + Words.count(all, kind.noun());
        }
    }

    /** What else is to be said of the costs, a sentence each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (served) {
            notes.add(
                    "An API serves schema " + source + ": it embeds tables in each other within one schema alone, and "
                            + Words.count(crossing(TieKind.FOREIGN_KEY).size(), "embedding") + " would end.");
        }
        unobserved.ifPresent(why -> notes.add("Statements are not counted, since " + why + "."));
        return notes;
    }

    /** How many foreign keys run between the tables of one schema alone. */
    public long within(ProposedSchema schema) {
        Set<Identifier> own =
                schema.tables().stream().map(ProposedSchema.Table::name).collect(Collectors.toCollection(HashSet::new));
        return ties(TieKind.FOREIGN_KEY).stream()
                .filter(key -> own.containsAll(key.tables()))
                .count();
    }

    /**
     * A tie that would run between schemas.
     *
     * @param schemas the schemas, in the order of the tie's tables
     */
    public record Crossing(Tie tie, List<Identifier> schemas) {
        public Crossing {
            schemas = List.copyOf(schemas);
        }

        /** For people: {@code orders (user_id) -> users (id): shop -> accounts}. */
        public String text() {
            return tie.label() + ": "
                    + schemas.stream()
                            .map(Identifier::sql)
                            .collect(Collectors.joining(tie.kind() == TieKind.FOREIGN_KEY ? " -> " : ", "));
        }
    }
}
