package io.github.schemasplit.plan;

/**
 * Asks the server whether compatibility views are what they must be: made of what they stand for and of nothing else, with its owner,
 * its privileges on all of it and on each column, and, where they read with their owner's rights, without row security beneath. That
 * everybody can do through the old name what the relation lets them do, and no more, follows.
 */
public final class ViewCheck {
    private static final String QUERY = """
            SELECT pg_catalog.array_agg(DISTINCT pg_catalog.format('view %%I.%%I: %%s', x.schema, x.name, w.what))
              FROM (SELECT p.schema, p.name, p.invoker, p.comment
                         , c.oid AS relation, c.relname, c.relowner, c.relacl, c.relrowsecurity, cn.nspname
                         , v.oid AS view, v.relkind AS viewkind, v.relowner AS viewowner, v.relacl AS viewacl, v.reloptions AS viewoptions
                      FROM %s AS p (schema, name, relation, invoker, comment)
                      LEFT JOIN pg_catalog.pg_class AS c ON c.oid = p.relation
                      LEFT JOIN pg_catalog.pg_namespace AS cn ON cn.oid = c.relnamespace
                      LEFT JOIN pg_catalog.pg_namespace AS vn ON vn.nspname = p.schema
                      LEFT JOIN pg_catalog.pg_class AS v ON v.relnamespace = vn.oid AND v.relname = p.name) AS x
             CROSS JOIN LATERAL (
                    SELECT 'it is not there' WHERE x.view IS NULL OR x.viewkind <> 'v' OR x.relation IS NULL
                     UNION ALL
                    SELECT 'pg_class.relowner' WHERE x.viewowner <> x.relowner
                     UNION ALL
                    SELECT 'pg_class.reloptions'
                     WHERE coalesce(x.viewoptions, '{}') <> CASE WHEN x.invoker THEN '{security_invoker=true}'::pg_catalog.text[] ELSE '{}' END
                     UNION ALL
                    SELECT 'row security is enabled on what it reads with its owner''s rights' WHERE NOT x.invoker AND x.relrowsecurity
                     UNION ALL
                    SELECT pg_catalog.format('pg_class.relacl: %%s %%s by %%s', both_of.privilege_type
                         , CASE both_of.grantee WHEN 0 THEN 'of everybody' ELSE pg_catalog.format('of %%I', pg_catalog.pg_get_userbyid(both_of.grantee)) END
                         , CASE WHEN pg_catalog.bool_and(both_of.of_view) THEN 'this name alone' ELSE 'the new name alone' END)
                      FROM (SELECT a.of_view, a.grantee, a.privilege_type, bool_or(a.is_grantable OR a.grantee = x.relowner) AS grantable
                              FROM (SELECT true AS of_view, e.*
                                      FROM pg_catalog.aclexplode(coalesce(x.viewacl, pg_catalog.acldefault('r', x.viewowner))) AS e
                                     UNION ALL
                                    SELECT false, e.*
                                      FROM pg_catalog.aclexplode(coalesce(x.relacl, pg_catalog.acldefault('r', x.relowner))) AS e) AS a
                             GROUP BY 1, 2, 3) AS both_of
                     GROUP BY both_of.grantee, both_of.privilege_type, both_of.grantable
                    HAVING pg_catalog.count(*) <> 2
                     UNION ALL
                    SELECT pg_catalog.format('pg_attribute.attacl: %%s (%%I) %%s by %%s', both_of.privilege_type, both_of.attname
                         , CASE both_of.grantee WHEN 0 THEN 'of everybody' ELSE pg_catalog.format('of %%I', pg_catalog.pg_get_userbyid(both_of.grantee)) END
                         , CASE WHEN pg_catalog.bool_and(both_of.attrelid = x.view) THEN 'this name alone' ELSE 'the new name alone' END)
                      FROM (SELECT t.attrelid, t.attname, e.grantee, e.privilege_type, bool_or(e.is_grantable) AS grantable
                              FROM pg_catalog.pg_attribute AS t
                             CROSS JOIN LATERAL pg_catalog.aclexplode(t.attacl) AS e
                             WHERE t.attrelid IN (x.view, x.relation) AND t.attnum > 0 AND NOT t.attisdropped AND t.attacl IS NOT NULL
                             GROUP BY 1, 2, 3, 4) AS both_of
                     GROUP BY both_of.attname, both_of.grantee, both_of.privilege_type, both_of.grantable
                    HAVING pg_catalog.count(*) <> 2
                     UNION ALL
                    SELECT 'pg_rewrite.ev_action'
                     WHERE pg_catalog.pg_get_viewdef(x.view) IS DISTINCT FROM
                           (SELECT ' SELECT ' || pg_catalog.string_agg(
                                       CASE WHEN pg_catalog.current_setting('server_version_num')::pg_catalog.int4 < 160000
                                            THEN pg_catalog.quote_ident(x.relname) || '.' ELSE '' END || pg_catalog.quote_ident(t.attname)
                                     , E',\\n    ' ORDER BY t.attnum)
                                   || E'\\n   FROM ' || pg_catalog.quote_ident(x.nspname) || '.' || pg_catalog.quote_ident(x.relname) || ';'
                              FROM pg_catalog.pg_attribute AS t
                             WHERE t.attrelid = x.relation AND t.attnum > 0 AND NOT t.attisdropped)
                        OR (SELECT pg_catalog.count(*) FROM pg_catalog.pg_rewrite AS r WHERE r.ev_class = x.view) <> 1
                     UNION ALL
                    SELECT 'pg_description.description'
                     WHERE x.comment IS DISTINCT FROM
                           (SELECT pg_catalog.string_agg(d.description, '')
                              FROM pg_catalog.pg_description AS d
                             WHERE d.objoid = x.view AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass)
                   ) AS w (what)
            """;

    private ViewCheck() {}

    /**
     * A query for what is not as it must be, an array of texts; NULL when all is. It runs under a {@code search_path} on which none
     * of the schemas is, so that the server prints every name with its schema.
     *
     * @param views a query, in parentheses, for the views: schema, name, the OID of what they stand for, whether they read with their
     *     reader's rights, and their comment
     */
    public static String query(String views) {
        return String.format(QUERY, views);
    }
}
