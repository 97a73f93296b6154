SELECT setting.name, setting.value
  FROM (SELECT pg_catalog.split_part(s.setting, '=', 1) AS name,
               pg_catalog.substr(s.setting, pg_catalog.strpos(s.setting, '=') + 1) AS value,
               d.setdatabase <> 0 AS here
          FROM pg_catalog.pg_db_role_setting AS d
          JOIN pg_catalog.pg_roles AS r ON r.oid = d.setrole
         CROSS JOIN LATERAL pg_catalog.unnest(d.setconfig) AS s (setting)
         WHERE r.rolname = ?
           AND d.setdatabase IN (0, (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()))) AS setting
  JOIN pg_catalog.pg_settings AS known ON known.name = setting.name AND known.context = 'user'
 ORDER BY setting.here, setting.name
