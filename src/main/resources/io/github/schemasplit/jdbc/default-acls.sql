-- What ALTER DEFAULT PRIVILEGES set, for one schema or for all.
SELECT d.oid
     , pg_catalog.pg_get_userbyid(d.defaclrole) AS role
     , n.nspname
     , d.defaclobjtype
     , d.defaclacl
  FROM pg_catalog.pg_default_acl AS d
  LEFT JOIN pg_catalog.pg_namespace AS n ON n.oid = d.defaclnamespace
 ORDER BY pg_catalog.pg_get_userbyid(d.defaclrole) COLLATE "C", n.nspname COLLATE "C" NULLS FIRST, d.defaclobjtype, d.oid
