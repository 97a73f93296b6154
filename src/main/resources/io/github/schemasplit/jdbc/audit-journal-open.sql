-- What is open to others than the journal's owner, of a journal that was just made. Runs under search_path = pg_catalog.
SELECT array_agg(DISTINCT o.what)
  FROM (
        SELECT 'schema ' || quote_ident(n.nspname) || ': pg_namespace.nspacl' AS what, n.nspowner AS owner, n.nspacl AS acl
          FROM pg_namespace AS n
         WHERE n.oid = ss_journal
         UNION ALL
        SELECT 'table ' || c.oid::regclass || ': pg_class.relacl', c.relowner, c.relacl
          FROM pg_class AS c
         WHERE c.relnamespace = ss_journal
         UNION ALL
        SELECT 'table ' || c.oid::regclass || ': pg_attribute.attacl', c.relowner, t.attacl
          FROM pg_class AS c
          JOIN pg_attribute AS t ON t.attrelid = c.oid
         WHERE c.relnamespace = ss_journal
       ) AS o
 CROSS JOIN LATERAL aclexplode(o.acl) AS a
 WHERE a.grantee <> o.owner
