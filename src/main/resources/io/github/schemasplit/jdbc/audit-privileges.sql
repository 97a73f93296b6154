-- Who owns the schemas that operations of the plan are about, who holds what on them, and what their default privileges give: each as
-- a line of JSON that begins with the schema and the column. Privileges with the right to grant them on have a line of that right
-- besides. ss_schemas holds the schemas' names. Runs under search_path = pg_catalog.
SELECT jsonb_build_array(n.nspname, 'pg_namespace.nspowner', pg_get_userbyid(n.nspowner))::text
  FROM pg_namespace AS n
 WHERE n.nspname = ANY (ss_schemas)
 UNION
SELECT jsonb_build_array(n.nspname, 'pg_namespace.nspacl', g.name, p.privilege)::text
  FROM pg_namespace AS n
 CROSS JOIN LATERAL aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) AS a
 CROSS JOIN LATERAL (SELECT CASE a.grantee WHEN 0 THEN '' ELSE pg_get_userbyid(a.grantee)::text END) AS g(name)
 CROSS JOIN LATERAL unnest(ARRAY[a.privilege_type] || CASE WHEN a.is_grantable THEN ARRAY[a.privilege_type || '*'] END) AS p(privilege)
 WHERE n.nspname = ANY (ss_schemas)
 UNION
SELECT jsonb_build_array(n.nspname, 'pg_default_acl.defaclacl', pg_get_userbyid(d.defaclrole), d.defaclobjtype, g.name, p.privilege)::text
  FROM pg_namespace AS n
  JOIN pg_default_acl AS d ON d.defaclnamespace = n.oid
 CROSS JOIN LATERAL aclexplode(d.defaclacl) AS a
 CROSS JOIN LATERAL (SELECT CASE a.grantee WHEN 0 THEN '' ELSE pg_get_userbyid(a.grantee)::text END) AS g(name)
 CROSS JOIN LATERAL unnest(ARRAY[a.privilege_type] || CASE WHEN a.is_grantable THEN ARRAY[a.privilege_type || '*'] END) AS p(privilege)
 WHERE n.nspname = ANY (ss_schemas)
