package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Publication;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Publications of whole schemas go on publishing the tables that leave: each becomes a member by itself, which its owner may
 * arrange, while adding a schema takes a superuser.
 *
 * <p>A partition is published with any partitioned table above it, so it needs no membership where one of those has it.
 */
final class PublicationStep implements PlanStep {
    @Override
    public List<Operation> operations(Assignment assignment) {
        List<Placement> tables = assignment
                .moves()
                .filter(p -> p.object() instanceof Relation relation && isPublishable(relation))
                .sorted(Comparator.comparing(Placement::current))
                .toList();
        List<Operation> operations = new ArrayList<>();
        assignment.snapshot().all(Publication.class).stream()
                .filter(p -> !p.allTables() && !p.schemas().isEmpty())
                .sorted(Comparator.comparing(Publication::name))
                .forEach(p -> operations.addAll(additions(p, tables, assignment)));
        return operations;
    }

    private static List<Operation> additions(Publication publication, List<Placement> tables, Assignment assignment) {
        Members members = new Members(Set.copyOf(publication.tables()), Set.copyOf(publication.schemas()));
        List<Operation> operations = new ArrayList<>();
        for (Placement table : tables) {
            Relation relation = (Relation) table.object();
            Identifier left = table.current().schema();
            if (members.schemas().contains(left)
                    && !members.publish(relation, table.target())
                    && !isPublishedWithParent(relation, members, assignment)) {
                operations.add(new AlterPublication(
                        true,
                        publication.name(),
                        table.current().in(table.target()),
                        "the publication has all tables of schema " + left));
            }
        }
        return operations;
    }

    private static boolean isPublishable(Relation relation) {
        return (relation.kind() == RelationKind.TABLE || relation.kind() == RelationKind.PARTITIONED_TABLE)
                && !relation.temporary()
                && !relation.unlogged();
    }

    private static boolean isPublishedWithParent(Relation relation, Members members, Assignment assignment) {
        if (!relation.partition()) {
            return false;
        }
        Optional<Relation> parent = relation.parents().stream()
                .findFirst()
                .flatMap(oid -> assignment.snapshot().relation(oid));
        return parent.filter(p -> members.publish(p, p.name().schema())
                        || members.publish(p, assignment.schemaAfter(p))
                        || isPublishedWithParent(p, members, assignment))
                .isPresent();
    }

    /** What a publication lists, for quick look-up. */
    private record Members(Set<Long> tables, Set<Identifier> schemas) {
        /** Whether the publication lists the relation, or the schema that it is in. */
        boolean publish(Relation relation, Identifier schema) {
            return tables.contains(relation.oid()) || schemas.contains(schema);
        }
    }
}
