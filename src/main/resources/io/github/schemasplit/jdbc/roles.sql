-- Roles, what they are direct members of, and their settings: those for every database before those for this one; and whether the
-- current role may change them.
SELECT r.oid
     , r.rolname
     , r.rolsuper
     , r.rolcanlogin
     , r.rolbypassrls
     , m.roles
     , m.inherits
     , pg_catalog.array_cat(everywhere.setconfig, here.setconfig) AS settings
     , here.setconfig AS settings_here
     , me.rolsuper
       OR r.oid = me.oid
       OR NOT r.rolsuper AND me.rolcreaterole
          AND pg_catalog.pg_has_role(me.oid, r.oid, 'MEMBER WITH ADMIN OPTION') -- 16+
       AS settable
  FROM pg_catalog.pg_roles AS r
  JOIN pg_catalog.pg_roles AS me ON me.rolname = CURRENT_USER
  LEFT JOIN (
        SELECT one.member
             , pg_catalog.array_agg(one.role::pg_catalog.text ORDER BY one.role) AS roles
             , pg_catalog.array_agg(one.inherits ORDER BY one.role) AS inherits
          FROM (
                SELECT am.member
                     , granted.rolname AS role
                     , member.rolinherit AS inherits -- before 16
                     , pg_catalog.bool_or(am.inherit_option) AS inherits -- 16+
                  FROM pg_catalog.pg_auth_members AS am
                  JOIN pg_catalog.pg_roles AS granted ON granted.oid = am.roleid
                  JOIN pg_catalog.pg_roles AS member ON member.oid = am.member
                 GROUP BY am.member, granted.rolname, member.rolinherit
               ) AS one
         GROUP BY one.member
       ) AS m ON m.member = r.oid
  LEFT JOIN pg_catalog.pg_db_role_setting AS everywhere ON everywhere.setrole = r.oid AND everywhere.setdatabase = 0
  LEFT JOIN pg_catalog.pg_db_role_setting AS here
    ON here.setrole = r.oid
   AND here.setdatabase = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
 ORDER BY r.rolname COLLATE "C", r.oid
