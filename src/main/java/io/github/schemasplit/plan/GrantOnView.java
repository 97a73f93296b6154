package io.github.schemasplit.plan;

import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.Statement;
import java.util.Optional;

/**
 * {@code GRANT … ON} a compatibility view that was closed: what the relation gives that it stands for.
 *
 * @param view the view as it is to be
 * @param reason why
 */
public record GrantOnView(CompatibilityView view, String reason) implements ViewOperation {
    @Override
    public GrantOnView of(CompatibilityView other) {
        return new GrantOnView(other, reason);
    }

    @Override
    public Statement statement() {
        return view.opening();
    }

    @Override
    public RevokeOnView inverse() {
        return new RevokeOnView(view, reason);
    }

    @Override
    public Optional<QualifiedName> lockedRelation() {
        return Optional.empty();
    }
}
