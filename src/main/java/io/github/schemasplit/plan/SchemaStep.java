package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The target schemas: those that are missing are made, open to nobody, and each gets its purpose as its comment. A new one
 * belongs to the mapping's owner or to the role that the plan was made as, and not to whoever runs a script of the plan; the owner of
 * a schema that is there already is left alone.
 */
final class SchemaStep implements PlanStep {
    @Override
    public List<Operation> operations(Assignment assignment) {
        TreeSet<Identifier> names = new TreeSet<>();
        for (TargetSchema target : assignment.mapping().targets()) {
            names.add(target.name().value());
        }
        for (Placement move : assignment.moves()) {
            names.add(move.target());
        }
        List<Operation> operations = new ArrayList<>();
        for (Identifier name : names) {
            Optional<TargetSchema> target = assignment.mapping().target(name);
            operations.addAll(creation(assignment.snapshot(), name, target));
            if (target.isPresent() && target.get().purpose().isPresent()) {
                operations.addAll(comment(
                        assignment.snapshot(), name, target.get().purpose().get()));
            }
        }
        return operations;
    }

    private static List<Operation> creation(Snapshot snapshot, Identifier name, Optional<TargetSchema> target) {
        if (snapshot.schema(name).isPresent()) {
            return List.of();
        }
        String reason = target.isPresent() ? target.get().name().origin() + " " + name.value() : "objects go there";
        Identifier owner = owner(snapshot, target);
        List<Operation> operations = new ArrayList<>();
        operations.add(new CreateSchema(name, owner, reason));
        operations.addAll(NewSchemaAcl.operations(snapshot, name, owner));
        return operations;
    }

    /** The owner of a target schema that is missing. */
    static Identifier owner(Snapshot snapshot, Optional<TargetSchema> target) {
        return target.isPresent() && target.get().owner().isPresent()
                ? target.get().owner().get().value()
                : snapshot.server().currentRole();
    }

    private static List<Operation> comment(Snapshot snapshot, Identifier name, Located<String> purpose) {
        Optional<Schema> schema = snapshot.schema(name);
        Optional<String> previous =
                schema.isPresent() ? snapshot.comment(schema.get().id()) : Optional.empty();
        // COMMENT takes an empty string for no comment.
        Optional<String> wanted = purpose.value().isEmpty() ? Optional.empty() : Optional.of(purpose.value());
        return previous.equals(wanted)
                ? List.of()
                : List.of(new CommentOnSchema(name, wanted, previous, purpose.origin() + " purpose"));
    }
}
