-- What the role gives away of whatever it makes: kinds of objects, and the schemas in which they are made; no schema is every one.
SELECT n.nspname
     , d.defaclobjtype
  FROM pg_catalog.pg_default_acl AS d
  LEFT JOIN pg_catalog.pg_namespace AS n ON n.oid = d.defaclnamespace
 WHERE pg_catalog.pg_get_userbyid(d.defaclrole) = current_user
 ORDER BY 1 NULLS FIRST, 2
