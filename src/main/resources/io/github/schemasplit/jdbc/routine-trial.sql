-- Every routine that is no extension's, with its owner, what it is checked by and where it looks for names. A trigger's function is
-- checked for each table that it is on. No function of the extension's name is run that somebody put beside the extension's. The
-- temporary tables that a routine makes, the extension takes for tables that are missing: so their names come along, as a pattern.
SELECT p.oid
     , p.oid::pg_catalog.regprocedure::pg_catalog.text AS name
     , pg_catalog.pg_get_userbyid(p.proowner) AS owner
     , pg_catalog.format('%I.%I', v.nspname, f.proname) AS validator
     , CASE WHEN l.lanname = 'plpgsql' THEN (
            SELECT pg_catalog.format('%I.plpgsql_check_function_tb', n.nspname)
              FROM pg_catalog.pg_extension AS e
              JOIN pg_catalog.pg_namespace AS n ON n.oid = e.extnamespace
             WHERE e.extname = 'plpgsql_check'
               AND NOT EXISTS (
                   SELECT FROM pg_catalog.pg_proc AS o
                    WHERE o.proname = 'plpgsql_check_function_tb' AND o.pronamespace = e.extnamespace AND NOT EXISTS (
                          SELECT FROM pg_catalog.pg_depend AS d
                           WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = o.oid AND d.deptype = 'e'
                             AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND d.refobjid = e.oid))) END AS checker
     , (SELECT '\m(' || pg_catalog.string_agg(pg_catalog.regexp_replace(m.found[1], '(\W)', '\\\1', 'g'), '|') || ')\M'
          FROM pg_catalog.regexp_matches(p.prosrc
             , '(?:\mtemp(?:orary)?\s+table\s+(?:if\s+not\s+exists\s+)?|\minto\s+temp(?:orary)?\s+(?:table\s+)?|\mpg_temp\s*[.]\s*)'
            || '(?:pg_temp\s*[.]\s*)?"?([^\s"(;]+)', 'gi') AS m(found)) AS temporary
     , coalesce((SELECT pg_catalog.substr(c.setting, 13) FROM pg_catalog.unnest(p.proconfig) AS c(setting)
                  WHERE pg_catalog.starts_with(c.setting, 'search_path=')), s.reset_val) AS path
     , coalesce((SELECT pg_catalog.array_agg(DISTINCT t.tgrelid) FROM pg_catalog.pg_trigger AS t
                  WHERE t.tgfoid = p.oid AND NOT t.tgisinternal), '{0}') AS relations
  FROM pg_catalog.pg_proc AS p
  JOIN pg_catalog.pg_language AS l ON l.oid = p.prolang
  JOIN pg_catalog.pg_proc AS f ON f.oid = l.lanvalidator
  JOIN pg_catalog.pg_namespace AS v ON v.oid = f.pronamespace
 CROSS JOIN pg_catalog.pg_settings AS s
 WHERE s.name = 'search_path'
   AND NOT EXISTS (
       SELECT FROM pg_catalog.pg_depend AS d
        WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid AND d.deptype = 'e')
   AND p.pronamespace IN (
       SELECT n.oid FROM pg_catalog.pg_namespace AS n
        WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_')
 ORDER BY p.oid
