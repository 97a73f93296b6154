-- The server's catalogs whose rows no change may write but as planned: not those of dependencies and of statistics, which follow the
-- others, nor large objects, which are data. Runs under search_path = pg_catalog.
SELECT c.oid
  FROM pg_class c
 WHERE c.relnamespace = 'pg_catalog'::regnamespace
   AND c.relkind = 'r'
   AND c.relname NOT IN ('pg_depend', 'pg_shdepend', 'pg_init_privs', 'pg_statistic', 'pg_statistic_ext_data'
                       , 'pg_largeobject', 'pg_largeobject_metadata')
 ORDER BY c.oid
