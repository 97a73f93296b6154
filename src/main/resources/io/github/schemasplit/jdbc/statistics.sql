-- Extended statistics objects.
SELECT s.oid
     , n.nspname
     , s.stxname
     , s.stxrelid
     , pg_catalog.pg_get_userbyid(s.stxowner) AS owner
     , s.stxkeys AS keys
     , s.stxkind AS kind
     , s.stxstattarget AS stattarget
     , pg_catalog.hashtextextended(s.stxexprs::pg_catalog.text, 0) AS exprs -- 14+
  FROM pg_catalog.pg_statistic_ext AS s
  JOIN pg_catalog.pg_namespace AS n ON n.oid = s.stxnamespace
 WHERE NOT pg_catalog.starts_with(n.nspname, 'pg_') AND n.nspname <> 'information_schema'
 ORDER BY n.nspname COLLATE "C", s.stxname COLLATE "C", s.oid
