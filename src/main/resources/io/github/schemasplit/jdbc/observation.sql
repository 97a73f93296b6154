-- The moment, the database, whether it is a standby, when the server began to count what tables go through; the schema of
-- pg_stat_statements or null, which columns its view has and whether it has one that tells when it began to count, and whether the
-- role may see what others ran. What is called as the extension's is its own only when it is a member of it.
SELECT pg_catalog.clock_timestamp() AS taken_at
     , d.oid AS database
     , pg_catalog.pg_is_in_recovery() AS standby
     , t.stats_reset AS tables_since
     , CURRENT_USER AS role
     , pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE') AS everybody
     , n.nspname AS extension_schema
     , EXISTS (SELECT
                 FROM pg_catalog.pg_depend AS p
                 JOIN pg_catalog.pg_class AS c ON c.oid = p.objid
                WHERE p.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                  AND p.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
                  AND p.refobjid = e.oid
                  AND p.deptype = 'e'
                  AND c.relname = 'pg_stat_statements_info') AS has_reset
     , 'total_exec_time' = ANY (v.columns) AS has_exec_time
     , 'toplevel' = ANY (v.columns) AS has_toplevel
  FROM pg_catalog.pg_database AS d
  LEFT JOIN pg_catalog.pg_stat_database AS t ON t.datid = d.oid
  LEFT JOIN pg_catalog.pg_extension AS e ON e.extname = 'pg_stat_statements'
  LEFT JOIN pg_catalog.pg_namespace AS n ON n.oid = e.extnamespace
 CROSS JOIN LATERAL (
       SELECT pg_catalog.array_agg(a.attname::pg_catalog.text)
         FROM pg_catalog.pg_class AS c
         JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid
        WHERE c.relnamespace = n.oid
          AND c.relname = 'pg_stat_statements'
          AND a.attnum > 0
       ) AS v(columns)
 WHERE d.datname = pg_catalog.current_database()
