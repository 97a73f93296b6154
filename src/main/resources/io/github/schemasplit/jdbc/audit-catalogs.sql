-- The server's catalogs. Runs under search_path = pg_catalog.
SELECT c.oid
  FROM pg_class c
 WHERE c.relnamespace = 'pg_catalog'::regnamespace
   AND c.relkind = 'r'
 ORDER BY c.oid
