-- Whether a row r of the catalogs is a membership in a role that an operation of the plan makes. Runs under search_path = pg_catalog.
       r.catalog = 'pg_auth_members'
   AND r.object IN (SELECT o.oid
                      FROM jsonb_to_recordset(ss_roles) AS w(name name, there bool)
                      JOIN pg_roles AS o ON o.rolname = w.name
                     WHERE w.there)
