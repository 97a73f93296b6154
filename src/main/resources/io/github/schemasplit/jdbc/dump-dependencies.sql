-- What needs what, but for what every database has: objects of the server itself have OIDs below the first of users' objects. A policy that
-- shows rows needs those that restrict it: without them it would show more.
SELECT d.classid
     , d.objid
     , d.refclassid
     , d.refobjid
     , d.deptype
  FROM pg_catalog.pg_depend AS d
  LEFT JOIN pg_catalog.pg_class AS s
    ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
   AND s.oid = d.objid
   AND s.relkind = 'S'
 WHERE d.objid >= 16384
   AND (d.refobjid >= 16384 OR d.refclassid IN ('pg_catalog.pg_extension'::pg_catalog.regclass, 'pg_catalog.pg_namespace'::pg_catalog.regclass))
   AND NOT (s.oid IS NOT NULL AND d.deptype = 'a')
UNION ALL
SELECT 'pg_catalog.pg_policy'::pg_catalog.regclass, p.oid, 'pg_catalog.pg_policy'::pg_catalog.regclass, r.oid, 'n'
  FROM pg_catalog.pg_policy AS p
  JOIN pg_catalog.pg_policy AS r ON r.polrelid = p.polrelid AND NOT r.polpermissive
 WHERE p.polpermissive
 ORDER BY 1, 2, 3, 4, 5
