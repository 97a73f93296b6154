package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A schema to move to, and what the mapping wants in it.
 *
 * @param name its name
 * @param purpose what it is for; becomes its comment
 * @param owner its owner; the connecting role when empty
 * @param entries what is to be in it, by kind; a kind that nothing is said of is missing
 * @param compatibility how old names of what goes there keep working, where that is not as the mapping says
 * @param api what an API that serves whole schemas has to do with it; empty leaves that as it is
 * @param access who may do what in it
 * @param policies row-security policies of its tables
 * @param rowSecurity for which of its tables row security is to be on
 */
public record TargetSchema(
        Located<Identifier> name,
        Optional<Located<String>> purpose,
        Optional<Located<Identifier>> owner,
        Map<EntryKind, List<Located<NamePattern>>> entries,
        SchemaCompatibility compatibility,
        Optional<Located<Api>> api,
        Optional<Located<Access>> access,
        List<Located<PolicyEntry>> policies,
        RowSecurity rowSecurity) {
    public TargetSchema {
        Map<EntryKind, List<Located<NamePattern>>> copy = new EnumMap<>(EntryKind.class);
        for (Map.Entry<EntryKind, List<Located<NamePattern>>> ofKind : entries.entrySet()) {
            if (!ofKind.getValue().isEmpty()) {
                copy.put(ofKind.getKey(), List.copyOf(ofKind.getValue()));
            }
        }
        entries = Map.copyOf(copy);
        policies = List.copyOf(policies);
    }

    /** Whether an API is to serve it. */
    public boolean isServed() {
        return api.isPresent();
    }

    /** The entries of a kind, in the order in which they were written. */
    public List<Located<NamePattern>> entries(EntryKind kind) {
        return entries.getOrDefault(kind, List.of());
    }
}
