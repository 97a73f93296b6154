package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.sql.LockMode;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.Statement;
import java.util.Optional;

/**
 * {@code CREATE OR REPLACE FUNCTION}: gives a routine another body and leaves all else about it as it is.
 *
 * @param routine its identity
 * @param subject what the routine is called, with its arguments
 * @param definition the statement up to the body, as the server prints it; the command resets whatever it does not hold
 * @param from the body before
 * @param to the body after
 * @param reason why
 */
public record ReplaceRoutine(ObjectId routine, String subject, String definition, String from, String to, String reason)
        implements Operation {
    @Override
    public Statement statement() {
        String tag = "$body";
        while (to.contains(tag)) {
            tag += "x";
        }
        return new Statement(definition + tag + "$" + to + tag + "$");
    }

    @Override
    public ReplaceRoutine inverse() {
        return new ReplaceRoutine(routine, subject, definition, to, from, reason);
    }

    @Override
    public LockMode lockMode() {
        return LockMode.NONE;
    }

    @Override
    public Optional<QualifiedName> lockedRelation() {
        return Optional.empty();
    }

    @Override
    public boolean changes(CatalogObject object) {
        return object.id().equals(routine);
    }
}
