package io.github.schemasplit.plan;

import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.Statement;
import java.util.Optional;

/**
 * {@code CREATE VIEW} under the name that a relation had, with what gives it the relation's owner, privileges and a comment that says
 * what it is. Nobody else can lock what nobody sees yet.
 *
 * @param view the view
 * @param reason why
 */
public record CreateView(CompatibilityView view, String reason) implements ViewOperation {
    @Override
    public CreateView of(CompatibilityView other) {
        return new CreateView(other, reason);
    }

    @Override
    public Statement statement() {
        return view.creation();
    }

    @Override
    public DropView inverse() {
        return new DropView(view, reason);
    }

    @Override
    public Optional<QualifiedName> lockedRelation() {
        return Optional.empty();
    }
}
