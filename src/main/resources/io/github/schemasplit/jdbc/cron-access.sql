-- Whether the role may read pg_cron's table of jobs, and whether policies keep some of them from it. With row_security off, a
-- query that policies would filter is an error. Policies run functions with our rights: only of an owner who has them too.
SELECT pg_catalog.has_schema_privilege(n.oid, 'USAGE')
       AND pg_catalog.has_table_privilege(c.oid, 'SELECT')
       AND pg_catalog.pg_has_role(c.relowner, CURRENT_USER, 'USAGE')
       AND (NOT pg_catalog.row_security_active(c.oid) OR pg_catalog.current_setting('row_security')::pg_catalog.bool) AS readable
     , pg_catalog.row_security_active(c.oid) AS filtered
  FROM pg_catalog.pg_class AS c
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
 WHERE n.nspname = 'cron'
   AND c.relname = 'job'
 ORDER BY c.oid
