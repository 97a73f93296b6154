-- What the role may do with a database as a whole: its owner may rename and drop it, and only who may make databases may rename one.
SELECT me.rolname
     , me.rolsuper OR me.rolcreatedb AS may_make
     , pg_catalog.pg_get_userbyid(d.datdba) AS owner
     , pg_catalog.pg_has_role(d.datdba, 'USAGE') AS owns
     , pg_catalog.pg_has_role(d.datdba, 'MEMBER') AS is_member
  FROM pg_catalog.pg_database AS d
 CROSS JOIN pg_catalog.pg_roles AS me
 WHERE d.datname = ?
   AND me.rolname = CURRENT_USER
