-- What of row security is not as ss_policies and ss_walls say: policies by their tables and names, what they are for and to whom they apply,
-- and whether they have expressions; and of tables whether row security is enabled, and forced. Runs under search_path = pg_catalog.
SELECT w.what || ': pg_policy' AS subject
  FROM jsonb_to_recordset(ss_policies) AS w(what text, relation oid, name name, there bool, cmd text, permissive bool, roles jsonb, filtered bool, checked bool)
  LEFT JOIN pg_policy AS p ON p.polrelid = w.relation AND p.polname = w.name
 WHERE w.there IS DISTINCT FROM (p.oid IS NOT NULL)
    OR w.there AND (p.polcmd::text, p.polpermissive, p.polqual IS NOT NULL, p.polwithcheck IS NOT NULL)
                   IS DISTINCT FROM (w.cmd, w.permissive, w.filtered, w.checked)
    OR w.there AND w.roles IS DISTINCT FROM (SELECT jsonb_agg(CASE r.role WHEN 0 THEN '' ELSE pg_get_userbyid(r.role)::text END ORDER BY r.n)
                                               FROM unnest(p.polroles) WITH ORDINALITY AS r(role, n))
 UNION ALL
SELECT w.what || ': row security'
  FROM jsonb_to_recordset(ss_walls) AS w(what text, relation oid, enabled bool, forced bool)
  LEFT JOIN pg_class AS c ON c.oid = w.relation
 WHERE (c.relrowsecurity, c.relforcerowsecurity) IS DISTINCT FROM (w.enabled, w.forced)
