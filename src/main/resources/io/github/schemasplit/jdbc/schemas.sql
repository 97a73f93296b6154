-- Schemas that are not the server's own.
SELECT n.oid
     , n.nspname
     , pg_catalog.pg_get_userbyid(n.nspowner) AS owner
     , nullif(n.nspacl, pg_catalog.acldefault('n', n.nspowner))
  FROM pg_catalog.pg_namespace AS n
 WHERE NOT pg_catalog.starts_with(n.nspname, 'pg_') AND n.nspname <> 'information_schema'
 ORDER BY n.nspname COLLATE "C", n.oid
