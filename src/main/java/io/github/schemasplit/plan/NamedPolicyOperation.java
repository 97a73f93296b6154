package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Policy;
import io.github.schemasplit.catalog.PolicyDefinition;
import io.github.schemasplit.sql.Identifier;
import java.util.Optional;

/** An operation on one policy of a table. */
public sealed interface NamedPolicyOperation extends PolicyOperation permits AlterPolicy, CreatePolicy, DropPolicy {
    /** The policy's name. */
    Identifier policy();

    /** What it says before; empty where it is not there. */
    Optional<PolicyDefinition> definitionBefore();

    /** The same, for a script. */
    default Optional<PolicyBefore> policyBefore() {
        return definitionBefore().map(PolicyBefore::of);
    }

    @Override
    NamedPolicyOperation inverse();

    @Override
    default boolean changes(CatalogObject object) {
        return object instanceof Policy other
                && other.relation() == relation().oid()
                && other.name().equals(policy());
    }

    @Override
    default String subject() {
        return "policy " + policy() + " on table " + table();
    }
}
