-- Of the rows that hold what operations of the plan change of access, a hash of what else they hold: by catalog, object and, of a
-- column, its number. Not among it: figures of VACUUM and ANALYZE, and flags that are cleared late. Default privileges are nothing but their list,
-- and come and go. Runs under search_path = pg_catalog.
WITH part AS (
      SELECT w.kind, w.object, w.number
        FROM unnest(ss_acl_kinds, ss_acl_objects, ss_acl_columns) AS w(kind, object, number)
       UNION
      SELECT 'r', w.relation, 0::int2
        FROM jsonb_to_recordset(ss_walls) AS w(relation oid)
     )
SELECT r.key, hashtextextended(r.image::text, 0) AS image
  FROM (
        SELECT 'pg_class ' || c.oid
             , to_jsonb(c) - '{relacl,relpages,reltuples,relallvisible,relallfrozen,relhasindex,relhasrules,relhastriggers,relhassubclass,relfrozenxid,relminmxid,relrowsecurity,relforcerowsecurity}'::text[]
          FROM pg_class AS c
         WHERE c.oid IN (SELECT p.object FROM part AS p WHERE p.kind NOT IN ('n', 'f', 'T', 'c', 'd'))
         UNION ALL
        SELECT 'pg_namespace ' || n.oid, to_jsonb(n) - 'nspacl'
          FROM pg_namespace AS n
         WHERE n.oid IN (SELECT p.object FROM part AS p WHERE p.kind = 'n')
         UNION ALL
        SELECT 'pg_proc ' || f.oid, to_jsonb(f) - 'proacl'
          FROM pg_proc AS f
         WHERE f.oid IN (SELECT p.object FROM part AS p WHERE p.kind = 'f')
         UNION ALL
        SELECT 'pg_type ' || t.oid, to_jsonb(t) - 'typacl'
          FROM pg_type AS t
         WHERE t.oid IN (SELECT p.object FROM part AS p WHERE p.kind = 'T')
         UNION ALL
        SELECT 'pg_attribute ' || a.attrelid || ' ' || a.attnum, to_jsonb(a) - '{attacl,attstattarget}'::text[]
          FROM pg_attribute AS a
         WHERE (a.attrelid, a.attnum) IN (SELECT p.object, p.number FROM part AS p WHERE p.kind = 'c')
       ) AS r(key, image)
