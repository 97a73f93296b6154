package io.github.schemasplit.plan;

import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.Statement;
import java.util.Optional;

/**
 * {@code DROP VIEW} of a compatibility view. It fails where something needs the view.
 *
 * @param view the view
 * @param reason why
 */
public record DropView(CompatibilityView view, String reason) implements ViewOperation {
    @Override
    public DropView of(CompatibilityView other) {
        return new DropView(other, reason);
    }

    @Override
    public Statement statement() {
        return Statement.of("DROP VIEW %s", view.name());
    }

    /** The statement for a script, which somebody may run when the view is gone already. */
    public Statement ifThere() {
        return Statement.of("DROP VIEW IF EXISTS %s", view.name());
    }

    @Override
    public CreateView inverse() {
        return new CreateView(view, reason);
    }

    @Override
    public Optional<QualifiedName> lockedRelation() {
        return Optional.of(view.name());
    }
}
