-- Of the rows that hold what operations of the plan change of access, what else they hold: by catalog, object and, of a column, its
-- number. Not among it: figures of VACUUM and ANALYZE, and flags that are cleared late. Default privileges are nothing but their list,
-- and come and go. Runs under search_path = pg_catalog.
SELECT coalesce(jsonb_object_agg(concat_ws(' ', r.catalog, r.object, r.image ->> 'attnum')
       , md5((r.image - '{relacl,nspacl,proacl,typacl,attacl,relpages,reltuples,relallvisible,relallfrozen,relhasindex,relhasrules,relhastriggers,relhassubclass,relfrozenxid,relminmxid,relrowsecurity,relforcerowsecurity,attstattarget}'::text[])::text)), '{}')
  FROM (
