-- The moment, when the server began to count what tables go through, the schema of pg_stat_statements or null, whether that tells when
-- it began to count, and whether the role may see what others ran.
SELECT pg_catalog.clock_timestamp() AS taken_at
     , (SELECT d.stats_reset
          FROM pg_catalog.pg_stat_database AS d
         WHERE d.datname = pg_catalog.current_database()) AS tables_since
     , n.nspname AS extension_schema
     , EXISTS (SELECT
                 FROM pg_catalog.pg_class AS c
                WHERE c.relnamespace = n.oid
                  AND c.relname = 'pg_stat_statements_info') AS has_reset
     , pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE') AS everybody
  FROM (SELECT) AS one
  LEFT JOIN pg_catalog.pg_extension AS e ON e.extname = 'pg_stat_statements'
  LEFT JOIN pg_catalog.pg_namespace AS n ON n.oid = e.extnamespace
