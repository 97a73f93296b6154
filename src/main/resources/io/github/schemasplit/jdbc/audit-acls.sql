-- The access control lists that operations of the plan are about and that are not what ss_acls says, item by item and in that order, but
-- for what will be made, which the server puts in an order of its own: each by what the arrays know it by, its kind as in pg_default_acl.defaclobjtype, c for a column and d for what will be made. A list
-- that is missing stands for the one that the server would begin with. Compared as text: an empty list has a dimension where nobody holds
-- anything any more, and none where it is written here. Runs under search_path = pg_catalog.
SELECT w.what || ': privileges' AS subject
  FROM unnest(ss_acl_kinds, ss_acl_objects, ss_acl_columns, ss_acl_roles, ss_acl_types, ss_acl_names, ss_acls)
       AS w(kind, object, number, role, type, what, acl)
 WHERE CASE WHEN w.kind = 'd'
       THEN ARRAY(SELECT i::text FROM unnest(w.acl::aclitem[]) AS i ORDER BY 1)
            <> ARRAY(SELECT i::text
                       FROM pg_default_acl AS d
                      CROSS JOIN LATERAL unnest(d.defaclacl) AS i
                      WHERE d.defaclnamespace = w.object
                        AND d.defaclobjtype::text = w.type
                        AND d.defaclrole = (SELECT r.oid FROM pg_roles AS r WHERE r.rolname = w.role)
                      ORDER BY 1)
       ELSE w.acl::aclitem[]::text IS DISTINCT FROM (
            CASE w.kind
            WHEN 'n' THEN (SELECT coalesce(n.nspacl, acldefault('n', n.nspowner)) FROM pg_namespace AS n WHERE n.oid = w.object)
            WHEN 'f' THEN (SELECT coalesce(p.proacl, acldefault('f', p.proowner)) FROM pg_proc AS p WHERE p.oid = w.object)
            WHEN 'T' THEN (SELECT coalesce(t.typacl, acldefault('T', t.typowner)) FROM pg_type AS t WHERE t.oid = w.object)
            WHEN 'c' THEN (SELECT coalesce(a.attacl, '{}') FROM pg_attribute AS a WHERE a.attrelid = w.object AND a.attnum = w.number)
            ELSE (SELECT coalesce(c.relacl, acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner))
                    FROM pg_class AS c
                   WHERE c.oid = w.object)
            END)::text
       END
