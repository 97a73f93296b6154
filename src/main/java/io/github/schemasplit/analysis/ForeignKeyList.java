package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.Constraint;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
        Set<Identifier> targets = new LinkedHashSet<>();
        for (TargetSchema target : assignment.mapping().targets()) {
            targets.add(target.name().value());
        }
        Set<Identifier> ours = new HashSet<>(targets);
        ours.add(source);
        List<ForeignKey> foreignKeys = new ArrayList<>();
        for (Constraint constraint : assignment.snapshot().all(Constraint.class)) {
            if (constraint.isForeignKey() && !constraint.inherited()) {
                Optional<ForeignKey> key = foreignKey(assignment, constraint);
                if (key.isPresent() && touches(key.get(), ours)) {
                    foreignKeys.add(key.get());
                }
            }
        }
        foreignKeys.sort(ForeignKey.BY_TABLE_AND_NAME);
        return new ForeignKeyList(List.copyOf(targets), source, foreignKeys);
    }

    /** Whether it runs from or to one of these schemas, now or once everything has moved. */
    private static boolean touches(ForeignKey key, Set<Identifier> schemas) {
        return schemas.contains(key.from().schema())
                || schemas.contains(key.to().schema())
                || schemas.contains(key.fromSchema())
                || schemas.contains(key.toSchema());
    }

    /** How many run between which schemas once everything has moved. */
    public ForeignKeyMatrix matrix() {
        Set<Identifier> others = new TreeSet<>();
        Map<ForeignKeyMatrix.Cell, Long> counts = new HashMap<>();
        for (ForeignKey key : foreignKeys) {
            others.add(key.fromSchema());
            others.add(key.toSchema());
            ForeignKeyMatrix.Cell cell = new ForeignKeyMatrix.Cell(key.fromSchema(), key.toSchema());
            counts.put(cell, counts.getOrDefault(cell, 0L) + 1);
        }
        Set<Identifier> schemas = new LinkedHashSet<>(targets);
        schemas.add(source);
        schemas.addAll(others);
        return new ForeignKeyMatrix(List.copyOf(schemas), counts);
    }

    private static Optional<ForeignKey> foreignKey(Assignment assignment, Constraint constraint) {
        Snapshot snapshot = assignment.snapshot();
        Optional<Relation> from = snapshot.relation(constraint.relation());
        Optional<Relation> to = constraint.referencedRelation().isPresent()
                ? snapshot.relation(constraint.referencedRelation().getAsLong())
                : Optional.empty();
        return from.isPresent() && to.isPresent()
                ? Optional.of(foreignKey(assignment, constraint, from.get(), to.get()))
                : Optional.empty();
    }

    private static ForeignKey foreignKey(Assignment assignment, Constraint constraint, Relation from, Relation to) {
        return new ForeignKey(
                constraint.name(),
                from.name(),
                names(from, constraint.columns()),
                to.name(),
                names(to, constraint.referencedColumns()),
                assignment.schemaAfter(from),
                assignment.schemaAfter(to));
    }

    private static List<Identifier> names(Relation table, List<Integer> columns) {
        List<Identifier> names = new ArrayList<>();
        for (int number : columns) {
            Optional<Column> column = table.column(number);
            if (column.isPresent()) {
                names.add(column.get().name());
            }
        }
        return names;
    }
}
