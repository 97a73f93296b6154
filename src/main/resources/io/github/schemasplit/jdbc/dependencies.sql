-- Dependencies between objects of the catalogs that the parameter lists. A part stands for its whole: a rule for its
-- relation, a column's default for its table, a constraint for its table or domain.
-- A trigger that depends internally carries out a constraint and is no object of its own.
WITH part AS (
      SELECT 'pg_catalog.pg_rewrite'::pg_catalog.regclass AS class
           , oid
           , 'pg_catalog.pg_class'::pg_catalog.regclass AS whole_class
           , ev_class AS whole
        FROM pg_catalog.pg_rewrite
      UNION ALL
      SELECT 'pg_catalog.pg_attrdef'::pg_catalog.regclass
           , oid
           , 'pg_catalog.pg_class'::pg_catalog.regclass
           , adrelid
        FROM pg_catalog.pg_attrdef
      UNION ALL
      SELECT 'pg_catalog.pg_constraint'::pg_catalog.regclass
           , oid
           , CASE WHEN conrelid <> 0 THEN 'pg_catalog.pg_class'::pg_catalog.regclass
                  ELSE 'pg_catalog.pg_type'::pg_catalog.regclass END
           , CASE WHEN conrelid <> 0 THEN conrelid ELSE contypid END
        FROM pg_catalog.pg_constraint
     )
   , edge AS (
      SELECT coalesce(dependent.whole_class, d.classid)::pg_catalog.oid AS class
           , coalesce(dependent.whole, d.objid) AS object
           , coalesce(referenced.whole_class, d.refclassid)::pg_catalog.oid AS referenced_class
           , coalesce(referenced.whole, d.refobjid) AS referenced_object
           , d.deptype AS type
        FROM pg_catalog.pg_depend AS d
        LEFT JOIN part AS dependent ON dependent.class = d.classid AND dependent.oid = d.objid
        LEFT JOIN part AS referenced ON referenced.class = d.refclassid AND referenced.oid = d.refobjid
       WHERE d.objid >= 16384
         AND NOT (d.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass AND d.deptype = 'i')
     )
SELECT DISTINCT class, object, referenced_class, referenced_object, type
  FROM edge
 CROSS JOIN (SELECT ?::pg_catalog.oid[] AS classes) AS known
 WHERE class = ANY (known.classes)
   AND referenced_class = ANY (known.classes)
   AND (class, object) <> (referenced_class, referenced_object)
 ORDER BY class, object, referenced_class, referenced_object, type
