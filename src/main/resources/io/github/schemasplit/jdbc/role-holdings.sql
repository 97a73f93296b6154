-- What a role has got since it was made with nothing: each as a clause, and what it is about in this database, by catalog and OID, 0 where it is
-- something else. The parameters are the role's name and that of whoever made it, whom the server made a member then. Privileges of the
-- role and its ownership are in the catalog of shared dependencies, those in other databases too.
SELECT h.clause
     , h.catalog
     , h.object
  FROM pg_catalog.pg_roles AS r
  JOIN (VALUES (?::pg_catalog.text, ?::pg_catalog.text)) AS w(role, creator) ON w.role = r.rolname
 CROSS JOIN LATERAL (
       SELECT 'it was altered', 0::pg_catalog.oid, 0::pg_catalog.oid
        WHERE r.rolsuper OR r.rolcanlogin OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls
           OR NOT r.rolinherit OR r.rolconnlimit <> -1 OR r.rolvaliduntil IS NOT NULL
           OR EXISTS (SELECT FROM pg_catalog.pg_db_role_setting AS s WHERE s.setrole = r.oid)
        UNION ALL
       SELECT 'it has a comment', 0, 0
        WHERE pg_catalog.shobj_description(r.oid, 'pg_authid') IS NOT NULL
        UNION ALL
       SELECT DISTINCT 'role ' || pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(m.member)) || ' is a member of it', 0::pg_catalog.oid, 0::pg_catalog.oid
         FROM pg_catalog.pg_auth_members AS m
        WHERE m.roleid = r.oid
          AND pg_catalog.pg_get_userbyid(m.member) <> w.creator -- 16+
        UNION ALL
       SELECT DISTINCT 'it is a member of role ' || pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(m.roleid)), 0::pg_catalog.oid, 0::pg_catalog.oid
         FROM pg_catalog.pg_auth_members AS m
        WHERE m.member = r.oid
        UNION ALL
       SELECT DISTINCT CASE WHEN d.dbid NOT IN (0, here.oid)
                       THEN 'database ' || pg_catalog.quote_ident(there.datname) || ' has something of it'
                       ELSE CASE d.deptype WHEN 'o' THEN 'it owns ' WHEN 'r' THEN 'it is a role of ' ELSE 'it holds privileges on ' END
                            || pg_catalog.pg_describe_object(d.classid, d.objid, 0)
                       END
            , CASE d.dbid WHEN here.oid THEN d.classid ELSE 0 END
            , CASE d.dbid WHEN here.oid THEN d.objid ELSE 0 END
         FROM pg_catalog.pg_shdepend AS d
         JOIN pg_catalog.pg_database AS here ON here.datname = pg_catalog.current_database()
         LEFT JOIN pg_catalog.pg_database AS there ON there.oid = d.dbid
        WHERE d.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass
          AND d.refobjid = r.oid
          AND (d.classid <> 'pg_catalog.pg_auth_members'::pg_catalog.regclass -- 16+
               OR NOT EXISTS (SELECT FROM pg_catalog.pg_auth_members AS m WHERE m.oid = d.objid AND r.oid IN (m.roleid, m.member))) -- 16+
       ) AS h(clause, catalog, object)
 ORDER BY h.clause, h.catalog, h.object
