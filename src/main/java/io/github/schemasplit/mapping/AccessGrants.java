package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Privileges on objects of several kinds.
 *
 * @param byKind kind of object ({@code tables}, {@code sequences}, {@code routines}, {@code types}), then role, where {@code public}
 *     stands for everybody, then privileges in lower case, {@code all} among them
 */
public record AccessGrants(Map<String, Map<Identifier, List<String>>> byKind) {
    public static final AccessGrants NONE = new AccessGrants(Map.of());

    public AccessGrants {
        Map<String, Map<Identifier, List<String>>> copy = new LinkedHashMap<>();
        byKind.forEach((kind, roles) -> copy.put(kind, copy(roles)));
        byKind = Collections.unmodifiableMap(copy);
    }

    /** As {@code Map.copyOf}, but in the order in which it was written. */
    private static Map<Identifier, List<String>> copy(Map<Identifier, List<String>> roles) {
        Map<Identifier, List<String>> copy = new LinkedHashMap<>();
        roles.forEach((role, privileges) -> copy.put(role, List.copyOf(privileges)));
        return Collections.unmodifiableMap(copy);
    }

    /** What is granted on objects of a kind. */
    public Map<Identifier, List<String>> on(String kind) {
        return byKind.getOrDefault(kind, Map.of());
    }
}
