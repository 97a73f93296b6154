-- The roles that operations of the plan make or drop and that are not as ss_roles says: there, with NOLOGIN and no other attribute, and
-- with no members but who made it, as CREATE ROLE makes that one a member, a superuser apart; or gone. Runs under
-- search_path = pg_catalog.
SELECT 'role ' || quote_ident(w.name) || ': pg_authid' AS subject
  FROM jsonb_to_recordset(ss_roles) AS w(name name, there bool)
  LEFT JOIN pg_roles AS r ON r.rolname = w.name
 WHERE w.there IS DISTINCT FROM (r.oid IS NOT NULL)
    OR w.there AND (r.rolsuper OR r.rolcanlogin OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls
                    OR NOT r.rolinherit OR r.rolconnlimit <> -1 OR r.rolvaliduntil IS NOT NULL)
 UNION ALL
SELECT 'role ' || quote_ident(w.name) || ': pg_auth_members'
  FROM jsonb_to_recordset(ss_roles) AS w(name name, there bool)
  JOIN pg_roles AS r ON r.rolname = w.name
  JOIN pg_roles AS me ON me.rolname = CURRENT_USER
 WHERE w.there
   AND ARRAY(SELECT ROW(m.roleid, m.member, m.grantor, m.admin_option
                 , m.inherit_option, m.set_option -- 16+
                    )::text
               FROM pg_auth_members AS m
              WHERE r.oid IN (m.roleid, m.member)
              ORDER BY 1)
    <> ARRAY(
             SELECT ''::text WHERE false -- before 16
             SELECT ROW(r.oid, me.oid, g.grantor, g.admin, g.inherit, g.set)::text -- 16+
               FROM (SELECT 10::oid, true, false, false -- 16+
                      UNION ALL -- 16+
                     SELECT me.oid, false, s.options ~ '\minherit\M', s.options ~ '\mset\M' -- 16+
                       FROM (SELECT lower(current_setting('createrole_self_grant'))) AS s(options) -- 16+
                      WHERE s.options ~ '[a-z]') AS g(grantor, admin, inherit, set) -- 16+
              WHERE NOT me.rolsuper -- 16+
              ORDER BY 1)
