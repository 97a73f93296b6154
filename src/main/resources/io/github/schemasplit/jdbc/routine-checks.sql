-- The routines that the change is about, with what they are checked by and where they look for names. A trigger's function is
-- checked for each table that it is on. The extension plans what it checks, which runs functions that are said to be immutable, with
-- our rights: so only where the owner, who may have written them, has these rights too. The same holds for a text in SQL that
-- has constants: its validator reads them, and one of an array or a row has the constraints of domains in it checked. Nor does a
-- function of the extension's name run that somebody put beside the extension's. The temporary tables that a routine makes, the
-- extension takes for tables that are missing: so their names come along, as a pattern.
SELECT p.oid
     , p.oid::pg_catalog.regprocedure::pg_catalog.text AS name
     , pg_catalog.format('%I.%I', v.nspname, f.proname) AS validator
     , CASE WHEN l.lanname = 'plpgsql' AND pg_catalog.pg_has_role(p.proowner, CURRENT_USER, 'USAGE') THEN (
            SELECT pg_catalog.format('%I.plpgsql_check_function_tb', n.nspname)
              FROM pg_catalog.pg_extension AS e
              JOIN pg_catalog.pg_namespace AS n ON n.oid = e.extnamespace
             WHERE e.extname = 'plpgsql_check'
               AND NOT EXISTS (
                   SELECT FROM pg_catalog.pg_proc AS o
                    WHERE o.proname = 'plpgsql_check_function_tb' AND o.pronamespace = e.extnamespace AND NOT EXISTS (
                          SELECT FROM pg_catalog.pg_depend AS d
                           WHERE d.classid = 'pg_proc'::pg_catalog.regclass AND d.objid = o.oid AND d.deptype = 'e'
                             AND d.refclassid = 'pg_extension'::pg_catalog.regclass AND d.refobjid = e.oid))) END AS checker
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
 WHERE p.oid = ANY (ss_replaced)
   AND (l.lanname <> 'sql' OR pg_catalog.pg_has_role(p.proowner, CURRENT_USER, 'USAGE') OR p.prosrc !~ '''|[$]([^0-9]|$)')
   AND s.name = 'search_path'
 ORDER BY p.oid
