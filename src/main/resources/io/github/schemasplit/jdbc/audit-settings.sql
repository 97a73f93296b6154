-- The settings that an operation of the plan is about and that are not what ss_set_settings says: those in this database, or in all where
-- ss_set_everywhere says so, of the roles that ss_set_roles names, the database's own where a name is empty. Runs under
-- search_path = pg_catalog.
SELECT CASE s.role WHEN '' THEN 'database ' || quote_ident(d.datname) ELSE 'role ' || quote_ident(s.role) END
       || ': pg_db_role_setting.setconfig' AS subject
  FROM unnest(ss_set_roles, ss_set_everywhere, ss_set_settings) AS s(role, everywhere, settings)
  JOIN pg_database AS d ON d.datname = current_database()
  LEFT JOIN pg_roles AS r ON r.rolname = s.role
  LEFT JOIN pg_db_role_setting AS c
    ON c.setdatabase = CASE WHEN s.everywhere THEN 0 ELSE d.oid END
   AND c.setrole = CASE s.role WHEN '' THEN 0 ELSE r.oid END
 WHERE coalesce(c.setconfig::text, '') <> s.settings
