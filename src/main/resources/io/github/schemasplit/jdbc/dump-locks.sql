-- How many tables there are whose rows a dump has, and how many relations it locks in all.
SELECT pg_catalog.count(*) FILTER (WHERE c.relkind = 'r') AS tables
     , pg_catalog.count(*) AS relations
  FROM pg_catalog.pg_class AS c
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
   AND c.relpersistence <> 't'
   AND n.nspname <> 'information_schema'
   AND NOT pg_catalog.starts_with(n.nspname, 'pg_')
