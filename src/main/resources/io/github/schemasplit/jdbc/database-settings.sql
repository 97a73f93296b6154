-- What sessions in this database begin with, all of them or those of a role; a value a row.
SELECT CASE s.setrole WHEN 0 THEN NULL ELSE pg_catalog.pg_get_userbyid(s.setrole) END AS role
     , c.setting
  FROM pg_catalog.pg_db_role_setting AS s
  JOIN pg_catalog.pg_database AS d ON d.oid = s.setdatabase
 CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) WITH ORDINALITY AS c(setting, number)
 WHERE d.datname = pg_catalog.current_database()
 ORDER BY 1 NULLS FIRST, c.number
