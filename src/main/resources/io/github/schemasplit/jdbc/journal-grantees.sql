-- Who but the owner holds something on the journal's schema and a table of it: whether it is the schema, the role or null for PUBLIC.
SELECT DISTINCT g.is_schema, r.rolname
  FROM (SELECT true AS is_schema, n.nspowner AS owner, item.grantee
          FROM pg_catalog.pg_namespace n
         CROSS JOIN LATERAL pg_catalog.aclexplode(coalesce(n.nspacl, pg_catalog.acldefault('n', n.nspowner))) AS item
         WHERE n.nspname = %s
        UNION ALL
        SELECT false, c.relowner, item.grantee
          FROM pg_catalog.pg_namespace n
          JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = %s
         CROSS JOIN LATERAL pg_catalog.aclexplode(coalesce(c.relacl, pg_catalog.acldefault('r', c.relowner))) AS item
         WHERE n.nspname = %s) AS g
  LEFT JOIN pg_catalog.pg_roles r ON r.oid = g.grantee
 WHERE g.grantee <> g.owner
 ORDER BY g.is_schema, r.rolname
