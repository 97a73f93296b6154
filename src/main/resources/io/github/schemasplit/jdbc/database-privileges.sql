-- Whom the database lets in, those by default spelled out; no grantee is everyone.
SELECT CASE a.grantee WHEN 0 THEN NULL ELSE pg_catalog.pg_get_userbyid(a.grantee) END AS grantee
     , a.privilege_type
     , a.is_grantable
  FROM pg_catalog.pg_database AS d
 CROSS JOIN LATERAL pg_catalog.aclexplode(coalesce(d.datacl, pg_catalog.acldefault('d', d.datdba))) AS a
 WHERE d.datname = pg_catalog.current_database()
   AND a.grantee <> d.datdba
 ORDER BY 1 NULLS FIRST, 2, 3
