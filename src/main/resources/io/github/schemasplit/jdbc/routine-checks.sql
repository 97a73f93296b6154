-- The routines that the change is about, with what they are checked by and where they look for names. A trigger's function is
-- checked for each table that it is on.
SELECT p.oid
     , p.oid::pg_catalog.regprocedure::pg_catalog.text AS name
     , pg_catalog.format('%I.%I', v.nspname, f.proname) AS validator
     , CASE WHEN l.lanname = 'plpgsql' THEN (
            SELECT pg_catalog.format('%I.plpgsql_check_function_tb', n.nspname)
              FROM pg_catalog.pg_extension AS e
              JOIN pg_catalog.pg_namespace AS n ON n.oid = e.extnamespace
             WHERE e.extname = 'plpgsql_check') END AS checker
     , coalesce((SELECT pg_catalog.substr(c.setting, 13) FROM pg_catalog.unnest(p.proconfig) AS c(setting)
                  WHERE pg_catalog.starts_with(c.setting, 'search_path=')), s.reset_val) AS path
     , coalesce((SELECT pg_catalog.array_agg(DISTINCT t.tgrelid) FROM pg_catalog.pg_trigger AS t
                  WHERE t.tgfoid = p.oid AND NOT t.tgisinternal), '{0}') AS relations
  FROM pg_catalog.pg_proc AS p
  JOIN pg_catalog.pg_language AS l ON l.oid = p.prolang
  JOIN pg_catalog.pg_proc AS f ON f.oid = l.lanvalidator
  JOIN pg_catalog.pg_namespace AS v ON v.oid = f.pronamespace
 CROSS JOIN pg_catalog.pg_settings AS s
 WHERE p.oid = ANY (ss_replaced)
   AND s.name = 'search_path'
 ORDER BY p.oid
