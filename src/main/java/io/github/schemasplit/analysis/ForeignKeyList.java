package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Constraint;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The complete list of foreign keys that touch the source schema or a target schema, whoever owns the tables. What partitions
 * repeat of their root's foreign keys is not listed again.
 *
 * @param targets the target schemas, in the mapping's order
 * @param source the schema to move from, in which tables without a place stay
 * @param foreignKeys the foreign keys, by table and constraint name
 */
public record ForeignKeyList(List<Identifier> targets, Identifier source, List<ForeignKey> foreignKeys) {
    public ForeignKeyList {
        targets = List.copyOf(targets);
        foreignKeys = List.copyOf(foreignKeys);
    }

    public static ForeignKeyList of(Assignment assignment) {
        Identifier source = assignment.mapping().source().value();
        List<Identifier> targets = assignment.mapping().targets().stream()
                .map(t -> t.name().value())
                .distinct()
                .toList();
        Set<Identifier> ours = new HashSet<>(targets);
        ours.add(source);
        List<ForeignKey> foreignKeys = assignment.snapshot().all(Constraint.class).stream()
                .filter(c -> c.isForeignKey() && !c.inherited())
                .flatMap(c -> foreignKey(assignment, c).stream())
                .filter(k -> Stream.of(k.from().schema(), k.to().schema(), k.fromSchema(), k.toSchema())
                        .anyMatch(ours::contains))
                .sorted(ForeignKey.BY_TABLE_AND_NAME)
                .toList();
        return new ForeignKeyList(targets, source, foreignKeys);
    }

    /** How many run between which schemas once everything has moved. */
    public ForeignKeyMatrix matrix() {
        List<Identifier> others = foreignKeys.stream()
                .flatMap(k -> Stream.of(k.fromSchema(), k.toSchema()))
                .filter(s -> !targets.contains(s) && !s.equals(source))
                .distinct()
                .sorted()
                .toList();
        List<Identifier> schemas = Stream.of(targets, List.of(source), others)
                .flatMap(List::stream)
                .distinct()
                .toList();
        return new ForeignKeyMatrix(
                schemas,
                foreignKeys.stream()
                        .collect(Collectors.groupingBy(
                                k -> new ForeignKeyMatrix.Cell(k.fromSchema(), k.toSchema()), Collectors.counting())));
    }

    private static Optional<ForeignKey> foreignKey(Assignment assignment, Constraint constraint) {
        Snapshot snapshot = assignment.snapshot();
        Optional<Relation> from = snapshot.relation(constraint.relation());
        Optional<Relation> to = constraint.referencedRelation().isPresent()
                ? snapshot.relation(constraint.referencedRelation().getAsLong())
                : Optional.empty();
        return from.flatMap(f -> to.map(t -> new ForeignKey(
                constraint.name(),
                f.name(),
                names(f, constraint.columns()),
                t.name(),
                names(t, constraint.referencedColumns()),
                assignment.schemaAfter(f),
                assignment.schemaAfter(t))));
    }

    private static List<Identifier> names(Relation table, List<Integer> columns) {
        return columns.stream()
                .flatMap(number -> table.column(number).stream())
                .map(c -> c.name())
                .toList();
    }
}
