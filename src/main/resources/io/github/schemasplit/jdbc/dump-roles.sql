-- The roles that own something, or are named by it, with what that is; of the database itself, too.
SELECT DISTINCT r.class, r.oid, r.role
  FROM (
        SELECT s.classid AS class
             , s.objid AS oid
             , pg_catalog.pg_get_userbyid(s.refobjid) AS role
          FROM pg_catalog.pg_shdepend AS s
          JOIN pg_catalog.pg_database AS d ON d.datname = pg_catalog.current_database()
         WHERE s.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass
           AND (s.dbid = d.oid OR s.dbid = 0 AND s.classid = 'pg_catalog.pg_database'::pg_catalog.regclass AND s.objid = d.oid)
        UNION ALL
        SELECT 'pg_catalog.pg_namespace'::pg_catalog.regclass, oid, pg_catalog.pg_get_userbyid(nspowner)
          FROM pg_catalog.pg_namespace
         WHERE oid >= 16384
        UNION ALL
        SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, oid, pg_catalog.pg_get_userbyid(relowner)
          FROM pg_catalog.pg_class
         WHERE oid >= 16384
        UNION ALL
        SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass, oid, pg_catalog.pg_get_userbyid(proowner)
          FROM pg_catalog.pg_proc
         WHERE oid >= 16384
        UNION ALL
        SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, oid, pg_catalog.pg_get_userbyid(typowner)
          FROM pg_catalog.pg_type
         WHERE oid >= 16384
       ) AS r
 WHERE NOT pg_catalog.starts_with(r.role, 'pg_')
 ORDER BY 1, 2, 3
