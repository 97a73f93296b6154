package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
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
        defaults = Map.copyOf(defaults);
    }
}
