-- Types, row types and array types included, with what their kind's own catalog holds.
-- A domain's default is its tree (defaultbin); the text beside it is kept for base types, which have no tree.
SELECT t.oid
     , n.nspname
     , t.typname
     , t.typtype
     , pg_catalog.pg_get_userbyid(t.typowner) AS owner
     , t.typacl
     , t.typrelid
     , coalesce(element.oid, 0) AS array_of
     , t.typlen AS len
     , t.typbyval AS byval
     , t.typcategory AS category
     , t.typispreferred AS ispreferred
     , t.typisdefined AS isdefined
     , t.typdelim AS delim
     , t.typsubscript::pg_catalog.oid AS subscript -- 14+
     , t.typelem AS elem
     , t.typarray AS array
     , t.typinput::pg_catalog.oid AS input
     , t.typoutput::pg_catalog.oid AS output
     , t.typreceive::pg_catalog.oid AS receive
     , t.typsend::pg_catalog.oid AS send
     , t.typmodin::pg_catalog.oid AS modin
     , t.typmodout::pg_catalog.oid AS modout
     , t.typanalyze::pg_catalog.oid AS analyze
     , t.typalign AS align
     , t.typstorage AS storage
     , t.typnotnull AS notnull
     , t.typbasetype AS basetype
     , t.typtypmod AS typmod
     , t.typndims AS ndims
     , t.typcollation AS collation
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
 WHERE NOT pg_catalog.starts_with(n.nspname, 'pg_') AND n.nspname <> 'information_schema'
 ORDER BY n.nspname COLLATE "C", t.typname COLLATE "C", t.oid
