package io.github.schemasplit.testing;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who may do what, asked of the server for each role, object and privilege: what a role holds counts when it may use the schema
 * that the object is in. Objects go by their OID, so that moving them changes nothing. The row types of tables are left out: as
 * types they are open to everybody, who may do nothing with the table. So are the predefined roles: what counts are their members.
 */
public final class AccessList {
    private static final String TABLE_PRIVILEGES = "SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER";
    private static final int MAINTAIN_MAJOR = 17;
    private static final Set<String> SYSTEM_COLUMNS = Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

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
                SELECT s.role, 'relation' AS kind, c.oid, '' AS part, p.name
                  FROM schema AS s JOIN pg_class AS c ON c.relnamespace = s.oid, privilege AS p
                 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND has_table_privilege(s.role, c.oid, p.name)
                UNION ALL
                SELECT s.role, 'column', c.oid, quote_ident(a.attname), p.name
                  FROM schema AS s JOIN pg_class AS c ON c.relnamespace = s.oid
                  JOIN pg_attribute AS a ON a.attrelid = c.oid AND NOT a.attisdropped
                  JOIN privilege AS p ON p.p IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
                 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND has_column_privilege(s.role, c.oid, a.attnum, p.name)
                UNION ALL
                SELECT s.role, 'sequence', c.oid, '', p || o
                  FROM schema AS s JOIN pg_class AS c ON c.relnamespace = s.oid,
                       unnest(ARRAY['USAGE', 'SELECT', 'UPDATE']) AS p, unnest(ARRAY['', ' WITH GRANT OPTION']) AS o
                 WHERE CASE WHEN c.relkind = 'S' THEN has_sequence_privilege(s.role, c.oid, p || o) END
                UNION ALL
                SELECT s.role, 'routine', f.oid, '', 'EXECUTE'
                  FROM schema AS s JOIN pg_proc AS f ON f.pronamespace = s.oid
                 WHERE has_function_privilege(s.role, f.oid, 'EXECUTE')
                UNION ALL
                SELECT s.role, 'type', t.oid, '', 'USAGE'
                  FROM schema AS s JOIN pg_type AS t ON t.typnamespace = s.oid
                  LEFT JOIN pg_class AS c ON c.oid = t.typrelid
                 WHERE (t.typtype IN ('d', 'e', 'r') OR c.relkind = 'c') AND has_type_privilege(s.role, t.oid, 'USAGE')
            )
            SELECT role::regrole, kind, oid, part, name FROM object WHERE (kind IN ('relation', 'column') AND oid = ANY ('{%s}')) = %s
            """;

    private AccessList() {}

    /** One line for each thing that a role may do, but for what it may do with compatibility views. */
    public static Set<String> of(TestDatabase database) {
        return lines(database, views(database).keySet(), false);
    }

    /** What roles may do with compatibility views, as lines in which these go by the OIDs of what they stand for. */
    public static Set<String> throughOldNames(TestDatabase database) {
        Map<String, String> views = views(database);
        return lines(database, views.keySet(), true).stream()
                .map(line -> line.split("\\|", -1))
                .map(line -> String.join("|", line[0], line[1], views.get(line[2]), line[3], line[4]))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What roles may do with the relations that compatibility views stand for; a view has no system columns. */
    public static Set<String> ofWhatHasOldNames(TestDatabase database) {
        Set<String> lines = lines(database, Set.copyOf(views(database).values()), true);
        lines.removeIf(line -> SYSTEM_COLUMNS.contains(line.split("\\|", -1)[3].replace("\"", "")));
        return lines;
    }

    /** The compatibility views, each with what it reads. */
    private static Map<String, String> views(TestDatabase database) {
        return database
                .query(
                        "SELECT DISTINCT c.oid, d.refobjid FROM pg_class AS c JOIN pg_rewrite AS r ON r.ev_class = c.oid"
                                + " JOIN pg_depend AS d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid"
                                + " AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> c.oid"
                                + " WHERE c.relkind = 'v' AND starts_with(obj_description(c.oid, 'pg_class'), 'Compatibility view')")
                .stream()
                .map(row -> row.split("\\|"))
                .collect(Collectors.toMap(row -> row[0], row -> row[1]));
    }

    private static Set<String> lines(TestDatabase database, Collection<String> relations, boolean ofThese) {
        String privileges =
                database.server().major() >= MAINTAIN_MAJOR ? TABLE_PRIVILEGES + ",MAINTAIN" : TABLE_PRIVILEGES;
        return new TreeSet<>(database.query(String.format(QUERY, privileges, String.join(",", relations), ofThese)));
    }
}
