package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.Policy;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.PolicyEntry;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the mapping wants of one table: a policy, or none of its name.
 *
 * @param entry the entry
 * @param table the table
 * @param name the table's name in its target schema
 * @param existing the table's policy of that name
 */
public record WantedPolicy(Located<PolicyEntry> entry, Relation table, QualifiedName name, Optional<Policy> existing) {
    /**
     * What tells one from all others.
     *
     * @param table the table's OID
     * @param policy the policy's name
     */
    public record Key(long table, Identifier policy) {
        // Of its own, as with Identifier: in a build, a record's are slow.
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Key key && table == key.table && policy.equals(key.policy));
        }

        @Override
        public int hashCode() {
            return 31 * Long.hashCode(table) + policy.hashCode();
        }
    }

    public Key key() {
        return new Key(table.oid(), policy());
    }

    /** The policy's name. */
    public Identifier policy() {
        return entry.value().name();
    }

    /** For a message. */
    public String describe() {
        return "policy " + policy() + " on table " + name;
    }
}
