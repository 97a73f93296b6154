package io.github.schemasplit.sqltext.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * The names of WITH that can be seen where one is in the tree.
 *
 * @param names the names
 * @see <a href="https://www.postgresql.org/docs/current/queries-with.html">WITH Queries</a>
 */
record CommonTables(Set<String> names) {
    static final CommonTables NONE = new CommonTables(Set.of());

    CommonTables {
        names = Set.copyOf(names);
    }

    CommonTables and(JsonNode query) {
        Set<String> more = new HashSet<>(names);
        more.add(query.path("CommonTableExpr").path("ctename").asText());
        return new CommonTables(more);
    }

    /** Whether {@code rangeVar} is one of them: a name with a schema never is. */
    boolean have(JsonNode rangeVar) {
        return !rangeVar.has("schemaname")
                && names.contains(rangeVar.path("relname").asText());
    }
}
