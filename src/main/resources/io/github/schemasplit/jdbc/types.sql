-- Types, row types and array types included, with what their kind's own catalog holds.
-- A domain's default is its tree (defaultbin); the text beside it is kept for base types, which have no tree.
SELECT t.oid
     , n.nspname
     , t.typname
     , t.typtype
     , pg_catalog.pg_get_userbyid(t.typowner) AS owner
     , nullif(t.typacl, pg_catalog.acldefault('T', t.typowner))
     , t.typrelid
     , coalesce(element.oid, 0) AS array_of
     , t.typlen AS len
     , t.typbyval AS byval
     , t.typcategory AS category
     , nullif(t.typispreferred, false) AS ispreferred
     , nullif(t.typisdefined, true) AS isdefined
     , nullif(t.typdelim, ',') AS delim
     , nullif(t.typsubscript::pg_catalog.oid, 0) AS subscript -- 14+
     , nullif(t.typelem, 0) AS elem
     , nullif(t.typarray, 0) AS array
     , t.typinput::pg_catalog.oid AS input
     , t.typoutput::pg_catalog.oid AS output
     , nullif(t.typreceive::pg_catalog.oid, 0) AS receive
     , nullif(t.typsend::pg_catalog.oid, 0) AS send
     , nullif(t.typmodin::pg_catalog.oid, 0) AS modin
     , nullif(t.typmodout::pg_catalog.oid, 0) AS modout
     , nullif(t.typanalyze::pg_catalog.oid, 0) AS analyze
     , t.typalign AS align
     , t.typstorage AS storage
     , nullif(t.typnotnull, false) AS notnull
     , nullif(t.typbasetype, 0) AS basetype
     , nullif(t.typtypmod, -1) AS typmod
     , nullif(t.typndims, 0) AS ndims
     , nullif(t.typcollation, 0) AS collation
     , pg_catalog.hashtextextended(t.typdefaultbin::pg_catalog.text, 0) AS defaultbin
     , t.typdefault AS default
     , e.labels
     , r.rngsubtype
     , r.rngmultitypid -- 14+
     , r.rngcollation
     , r.rngsubopc
     , r.rngcanonical::pg_catalog.oid AS rngcanonical
     , r.rngsubdiff::pg_catalog.oid AS rngsubdiff
  FROM pg_catalog.pg_type AS t
  JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
  LEFT JOIN pg_catalog.pg_type AS element ON element.typarray = t.oid
  LEFT JOIN (
        SELECT enumtypid
             , pg_catalog.array_agg(enumlabel ORDER BY enumsortorder) AS labels
          FROM pg_catalog.pg_enum
         GROUP BY enumtypid
       ) AS e ON e.enumtypid = t.oid
  LEFT JOIN pg_catalog.pg_range AS r ON r.rngtypid = t.oid
 WHERE t.typnamespace <> 'pg_catalog'::pg_catalog.regnamespace
   AND NOT pg_catalog.starts_with(n.nspname, 'pg_') AND n.nspname <> 'information_schema'
 ORDER BY n.nspname COLLATE "C", t.typname COLLATE "C", t.oid
