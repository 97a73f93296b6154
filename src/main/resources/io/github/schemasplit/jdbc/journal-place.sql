-- Whether the journal can be made: the database, the current role, whether that may make schemas; the owner of the schema of
-- the journal's name or null, whether anything is in that schema or about it. Default privileges do no harm there.
SELECT d.datname AS database,
       CURRENT_USER AS role,
       pg_catalog.has_database_privilege(d.oid, 'CREATE') AS may_create_schema,
       pg_catalog.pg_get_userbyid(n.nspowner) AS owner,
       EXISTS (SELECT FROM pg_catalog.pg_depend p
                WHERE p.refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass::pg_catalog.oid
                  AND p.refobjid = n.oid
                  AND p.classid <> 'pg_catalog.pg_default_acl'::pg_catalog.regclass::pg_catalog.oid) AS used
  FROM pg_catalog.pg_database d
  LEFT JOIN pg_catalog.pg_namespace n ON n.nspname = ?::pg_catalog.name
 WHERE d.datname = pg_catalog.current_database()
