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
import java.util.stream.Stream;

/**
 * The target schemas: those that are missing are made, open to nobody, and each gets its purpose as its comment. A new one
 * belongs to the mapping's owner or to the role that the plan was made as, and not to whoever runs a script of the plan; the owner of
 * a schema that is there already is left alone.
 */
final class SchemaStep implements PlanStep {
    @Override
    public List<Operation> operations(Assignment assignment) {
        TreeSet<Identifier> names = new TreeSet<>();
        assignment.mapping().targets().forEach(t -> names.add(t.name().value()));
        assignment.moves().map(Placement::target).forEach(names::add);
        List<Operation> operations = new ArrayList<>();
        for (Identifier name : names) {
            Optional<TargetSchema> target = assignment.mapping().target(name);
            operations.addAll(creation(assignment.snapshot(), name, target));
            target.flatMap(TargetSchema::purpose)
                    .flatMap(p -> comment(assignment.snapshot(), name, p))
                    .ifPresent(operations::add);
        }
        return operations;
    }

    private static List<Operation> creation(Snapshot snapshot, Identifier name, Optional<TargetSchema> target) {
        if (snapshot.schema(name).isPresent()) {
            return List.of();
        }
        String reason = target.map(t -> t.name().origin() + " " + name.value()).orElse("objects go there");
        Identifier owner = target.flatMap(TargetSchema::owner)
                .map(Located::value)
                .orElse(snapshot.server().currentRole());
        List<Operation> operations = new ArrayList<>();
        operations.add(new CreateSchema(name, owner, reason));
        operations.addAll(NewSchemaAcl.operations(snapshot, name, owner));
        return operations;
    }

    private static Optional<Operation> comment(Snapshot snapshot, Identifier name, Located<String> purpose) {
        Optional<String> previous = snapshot.schema(name).map(Schema::id).flatMap(snapshot::comment);
        // COMMENT takes an empty string for no comment.
        Optional<String> wanted =
                Stream.of(purpose.value()).filter(p -> !p.isEmpty()).findFirst();
        return previous.equals(wanted)
                ? Optional.empty()
                : Optional.of(new CommentOnSchema(name, wanted, previous, purpose.origin() + " purpose"));
    }
}
