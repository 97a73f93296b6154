-- Which privileges on the schemas of the plan's operations are neither as they were nor as planned, by schema and column. A schema
-- that the plan makes has at first what default privileges of its owner give. ss_privileges holds the lines of audit-privileges as they
-- were, ss_privileges_now as they are; ss_planned what the plan grants, revokes, makes and drops. Runs under search_path = pg_catalog.
SELECT array_agg(DISTINCT 'schema ' || quote_ident(u.line ->> 0) || ': ' || (u.line ->> 1))
  FROM (
        WITH now AS (SELECT l.line::jsonb FROM unnest(ss_privileges_now) AS l(line))
           , revoked AS (SELECT p.line FROM jsonb_array_elements(ss_planned -> 'revoked') AS p(line))
           , granted AS (SELECT p.line FROM jsonb_array_elements(ss_planned -> 'granted') AS p(line))
           , before AS (
             SELECT l.line::jsonb
               FROM unnest(ss_privileges) AS l(line)
              UNION
             SELECT jsonb_build_array(n.nspname, 'pg_namespace.nspacl', g.name, p.privilege)
               FROM pg_namespace AS n
              CROSS JOIN LATERAL aclexplode(coalesce((SELECT d.defaclacl
                                                        FROM pg_default_acl AS d
                                                       WHERE d.defaclrole = n.nspowner
                                                         AND d.defaclnamespace = 0
                                                         AND d.defaclobjtype = 'n'), acldefault('n', n.nspowner))) AS a
              CROSS JOIN LATERAL (SELECT CASE a.grantee WHEN 0 THEN '' ELSE pg_get_userbyid(a.grantee)::text END) AS g(name)
              CROSS JOIN LATERAL unnest(ARRAY[a.privilege_type] || CASE WHEN a.is_grantable THEN ARRAY[a.privilege_type || '*'] END)
                         AS p(privilege)
              WHERE ss_planned -> 'made' ? n.nspname::text
             )
        (SELECT n.line FROM now AS n EXCEPT (SELECT b.line FROM before AS b UNION ALL SELECT g.line FROM granted AS g))
        UNION ALL
        (SELECT b.line FROM before AS b EXCEPT (SELECT n.line FROM now AS n UNION ALL SELECT r.line FROM revoked AS r))
       ) AS u(line)
 WHERE NOT ss_planned -> 'dropped' ? (u.line ->> 0)
