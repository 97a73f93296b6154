package io.github.schemasplit.testing;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may do what, asked of the server for each role, object and privilege: what a role holds counts when it may use the schema
 * that the object is in. Objects go by their OID, so that moving them changes nothing. The row types of tables are left out: as
 * types they are open to everybody, who may do nothing with the table. So are the predefined roles: what counts are their members.
 */
public final class AccessList {
    private static final String TABLE_PRIVILEGES = "SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER";
    private static final int MAINTAIN_MAJOR = 17;

    private static final String QUERY = """
            WITH schema AS (
                SELECT r.oid AS role, n.oid
                  FROM pg_roles AS r, pg_namespace AS n
                 WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'schemasplit')
                   AND r.rolname !~ '^pg_'
                   AND has_schema_privilege(r.oid, n.oid, 'USAGE')
            ), privilege AS (
                SELECT p || o AS name, p FROM unnest(string_to_array('%s', ',')) AS p, unnest(ARRAY['', ' WITH GRANT OPTION']) AS o
            ), object AS (
                SELECT s.role, 'relation' AS kind, c.oid, 0 AS part, p.name
                  FROM schema AS s JOIN pg_class AS c ON c.relnamespace = s.oid, privilege AS p
                 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND has_table_privilege(s.role, c.oid, p.name)
                UNION ALL
                SELECT s.role, 'column', c.oid, a.attnum, p.name
                  FROM schema AS s JOIN pg_class AS c ON c.relnamespace = s.oid
                  JOIN pg_attribute AS a ON a.attrelid = c.oid AND NOT a.attisdropped
                  JOIN privilege AS p ON p.p IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
                 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND has_column_privilege(s.role, c.oid, a.attnum, p.name)
                UNION ALL
                SELECT s.role, 'sequence', c.oid, 0, p || o
                  FROM schema AS s JOIN pg_class AS c ON c.relnamespace = s.oid,
                       unnest(ARRAY['USAGE', 'SELECT', 'UPDATE']) AS p, unnest(ARRAY['', ' WITH GRANT OPTION']) AS o
                 WHERE CASE WHEN c.relkind = 'S' THEN has_sequence_privilege(s.role, c.oid, p || o) END
                UNION ALL
                SELECT s.role, 'routine', f.oid, 0, 'EXECUTE'
                  FROM schema AS s JOIN pg_proc AS f ON f.pronamespace = s.oid
                 WHERE has_function_privilege(s.role, f.oid, 'EXECUTE')
                UNION ALL
                SELECT s.role, 'type', t.oid, 0, 'USAGE'
                  FROM schema AS s JOIN pg_type AS t ON t.typnamespace = s.oid
                  LEFT JOIN pg_class AS c ON c.oid = t.typrelid
                 WHERE (t.typtype IN ('d', 'e', 'r') OR c.relkind = 'c') AND has_type_privilege(s.role, t.oid, 'USAGE')
            )
            SELECT role::regrole, kind, oid, part, name FROM object
            """;

    private AccessList() {}

    /** One line for each thing that a role may do. */
    public static Set<String> of(TestDatabase database) {
        String privileges =
                database.server().major() >= MAINTAIN_MAJOR ? TABLE_PRIVILEGES + ",MAINTAIN" : TABLE_PRIVILEGES;
        List<String> lines = database.query(String.format(QUERY, privileges));
        return new TreeSet<>(lines);
    }
}
