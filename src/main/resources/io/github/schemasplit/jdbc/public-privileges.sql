-- Who may do what with the schema public, those by default spelled out; no grantee is everyone. A pg_dump from 15 on takes for granted
-- what that version grants, and does not say that an older server's default was revoked.
SELECT CASE a.grantee WHEN 0 THEN NULL ELSE pg_catalog.pg_get_userbyid(a.grantee) END AS grantee
     , a.privilege_type
     , a.is_grantable
  FROM pg_catalog.pg_namespace AS n
 CROSS JOIN LATERAL pg_catalog.aclexplode(coalesce(n.nspacl, pg_catalog.acldefault('n', n.nspowner))) AS a
 WHERE n.nspname = 'public'
   AND a.grantee <> n.nspowner
 ORDER BY 1 NULLS FIRST, 2, 3
