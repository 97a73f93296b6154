package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.PolicyDefinition;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.Statement;
import java.util.Optional;

/**
 * {@code DROP POLICY}.
 *
 * @param relation the table's identity
 * @param table the table
 * @param policy the policy's name
 * @param definition what it says
 * @param comment the comment on it
 * @param reason why
 */
public record DropPolicy(
        ObjectId relation,
        QualifiedName table,
        Identifier policy,
        PolicyDefinition definition,
        Optional<String> comment,
        String reason)
        implements NamedPolicyOperation {
    @Override
    public Statement statement() {
        return Statement.of("DROP POLICY %s ON %s", policy, table);
    }

    @Override
    public CreatePolicy inverse() {
        return new CreatePolicy(relation, table, policy, definition, comment, reason);
    }

    @Override
    public Optional<PolicyDefinition> definitionBefore() {
        return Optional.of(definition);
    }

    @Override
    public String before() {
        return inverse().statement().sql();
    }

    @Override
    public DropPolicy of(ObjectId other) {
        return new DropPolicy(other, table, policy, definition, comment, reason);
    }
}
