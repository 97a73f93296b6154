-- Row-security policies. Role 0 is PUBLIC.
SELECT p.oid
     , p.polname
     , p.polrelid
     , p.polcmd AS cmd
     , p.polpermissive AS permissive
     , p.polroles AS roles
     , pg_catalog.hashtextextended(p.polqual::pg_catalog.text, 0) AS qual
     , pg_catalog.hashtextextended(p.polwithcheck::pg_catalog.text, 0) AS withcheck
  FROM pg_catalog.pg_policy AS p
  JOIN pg_catalog.pg_class AS c ON c.oid = p.polrelid
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
 WHERE NOT pg_catalog.starts_with(n.nspname, 'pg_') AND n.nspname <> 'information_schema'
 ORDER BY p.polname COLLATE "C", p.oid
