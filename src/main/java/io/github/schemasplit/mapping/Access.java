package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who may do what in a target schema.
 *
 * @param usage the roles that hold USAGE
 * @param defaults the default privileges: kind of object ({@code tables}, {@code sequences}, {@code routines}, {@code types}), then
 *     role, then privileges in lower case, {@code all} among them
 */
public record Access(List<Identifier> usage, Map<String, Map<Identifier, List<String>>> defaults) {
    public Access {
        usage = List.copyOf(usage);
        Map<String, Map<Identifier, List<String>>> copy = new LinkedHashMap<>();
        defaults.forEach((kind, roles) -> copy.put(kind, copy(roles)));
        defaults = Collections.unmodifiableMap(copy);
    }

    /** As {@code Map.copyOf}, but in the order in which it was written. */
    private static Map<Identifier, List<String>> copy(Map<Identifier, List<String>> roles) {
        Map<Identifier, List<String>> copy = new LinkedHashMap<>();
        roles.forEach((role, privileges) -> copy.put(role, List.copyOf(privileges)));
        return Collections.unmodifiableMap(copy);
    }
}
