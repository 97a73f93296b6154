package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.PolicyDefinition;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.Statement;
import java.util.Optional;

/**
 * {@code ALTER POLICY}: gives a policy other roles or expressions. It can change neither its command nor its kind, and neither add an
 * expression nor take one away, since the inverse could not.
 *
 * @param relation the table's identity
 * @param table the table
 * @param policy the policy's name
 * @param from what it says before
 * @param to what it says after; what is the same text in both is left alone
 * @param reason why
 */
public record AlterPolicy(
        ObjectId relation,
        QualifiedName table,
        Identifier policy,
        PolicyDefinition from,
        PolicyDefinition to,
        String reason)
        implements NamedPolicyOperation {
    @Override
    public Statement statement() {
        return to.alteration(policy, table, from);
    }

    @Override
    public AlterPolicy inverse() {
        return new AlterPolicy(relation, table, policy, to, from, reason);
    }

    @Override
    public Optional<PolicyDefinition> definitionBefore() {
        return Optional.of(from);
    }

    @Override
    public String before() {
        return from.creation(policy, table).sql();
    }

    @Override
    public AlterPolicy of(ObjectId other) {
        return new AlterPolicy(other, table, policy, from, to, reason);
    }
}
