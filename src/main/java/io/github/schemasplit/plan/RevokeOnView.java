package io.github.schemasplit.plan;

import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.Statement;
import java.util.Optional;

/**
 * {@code REVOKE ALL ON} a compatibility view, from everybody who holds something on it: whoever still uses the old name is refused, but
 * for superusers.
 *
 * @param view the view as it is
 * @param reason why
 */
public record RevokeOnView(CompatibilityView view, String reason) implements ViewOperation {
    @Override
    public RevokeOnView of(CompatibilityView other) {
        return new RevokeOnView(other, reason);
    }

    @Override
    public Statement statement() {
        return view.closing();
    }

    @Override
    public GrantOnView inverse() {
        return new GrantOnView(view, reason);
    }

    @Override
    public Optional<QualifiedName> lockedRelation() {
        return Optional.empty();
    }
}
