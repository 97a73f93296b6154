package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Publication;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Publications of whole schemas go on publishing the tables that leave: each becomes a member by itself, which its owner may
 * arrange, while adding a schema takes a superuser.
 *
 * <p>A partition is published with any partitioned table above it, so it needs no membership where one of those has it.
 */
final class PublicationStep implements PlanStep {
    @Override
    public List<Operation> operations(Assignment assignment) {
        Map<Identifier, Publication> publications = new TreeMap<>();
        for (Publication publication : assignment.snapshot().all(Publication.class)) {
            if (!publication.allTables() && !publication.schemas().isEmpty()) {
                publications.put(publication.name(), publication);
            }
        }
        List<Placement> tables = publishable(assignment);
        List<Operation> operations = new ArrayList<>();
        for (Publication publication : publications.values()) {
            operations.addAll(additions(publication, tables, assignment));
        }
        return operations;
    }

    /** The tables that move, by their names. */
    private static List<Placement> publishable(Assignment assignment) {
        Map<QualifiedName, Placement> tables = new TreeMap<>();
        for (Placement move : assignment.moves()) {
            if (move.object() instanceof Relation relation && isPublishable(relation)) {
                tables.put(move.current(), move);
            }
        }
        return List.copyOf(tables.values());
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
        if (!relation.partition() || relation.parents().isEmpty()) {
            return false;
        }
        Optional<Relation> found =
                assignment.snapshot().relation(relation.parents().get(0));
        if (found.isEmpty()) {
            return false;
        }
        Relation parent = found.get();
        return members.publish(parent, parent.name().schema())
                || members.publish(parent, assignment.schemaAfter(parent))
                || isPublishedWithParent(parent, members, assignment);
    }

    /** What a publication lists, for quick look-up. */
    private record Members(Set<Long> tables, Set<Identifier> schemas) {
        /** Whether the publication lists the relation, or the schema that it is in. */
        boolean publish(Relation relation, Identifier schema) {
            return tables.contains(relation.oid()) || schemas.contains(schema);
        }
    }
}
