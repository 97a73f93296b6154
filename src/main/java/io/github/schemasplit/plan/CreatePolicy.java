package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.PolicyDefinition;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.Statement;
import java.util.Optional;

/**
 * {@code CREATE POLICY}, with the comment on it.
 *
 * @param relation the table's identity
 * @param table the table
 * @param policy the policy's name
 * @param definition what it says
 * @param comment the comment on it
 * @param reason why
 */
public record CreatePolicy(
        ObjectId relation,
        QualifiedName table,
        Identifier policy,
        PolicyDefinition definition,
        Optional<String> comment,
        String reason)
        implements NamedPolicyOperation {
    @Override
    public Statement statement() {
        Statement creation = definition.creation(policy, table);
        return comment.isEmpty()
                ? creation
                : Statement.of(
                        "%s;\nCOMMENT ON POLICY %s ON %s IS %s", creation, policy, table, Literal.of(comment.get()));
    }

    @Override
    public DropPolicy inverse() {
        return new DropPolicy(relation, table, policy, definition, comment, reason);
    }

    @Override
    public Optional<PolicyDefinition> definitionBefore() {
        return Optional.empty();
    }

    /** It is not there. */
    @Override
    public String before() {
        return "";
    }

    @Override
    public CreatePolicy of(ObjectId other) {
        return new CreatePolicy(other, table, policy, definition, comment, reason);
    }
}
