-- What each object that moves is, where, and where to: by catalog and OID, with a hash of all columns of its catalog row that the
-- move must leave alone. ss_targets holds the targets by catalog and OID; the
-- constraints of tables and domains are not among them, and go where these go. Not among them: the schema, figures of VACUUM and ANALYZE, and flags that are cleared late.
-- Runs under search_path = pg_catalog.
SELECT 'pg_class' AS catalog, c.oid, c.relnamespace AS namespace, ss_targets -> 'pg_class' ->> c.oid::text AS target, hashtextextended(ROW(c.relname, c.reltype, c.reloftype, c.relowner, c.relam, c.relfilenode, c.reltablespace
     , c.reltoastrelid, c.relisshared, c.relpersistence, c.relkind, c.relnatts, c.relchecks, c.relrowsecurity, c.relforcerowsecurity
     , c.relispopulated, c.relreplident, c.relispartition, c.relrewrite, c.relacl, c.reloptions, c.relpartbound)::text, 0) AS image
  FROM pg_class c
 WHERE c.oid = ANY (ARRAY(SELECT k::oid FROM jsonb_object_keys(ss_targets -> 'pg_class') AS k))
 UNION ALL
SELECT 'pg_type', t.oid, t.typnamespace, ss_targets -> 'pg_type' ->> t.oid::text, hashtextextended(ROW(t.typname, t.typowner, t.typlen, t.typbyval, t.typtype, t.typcategory, t.typispreferred, t.typisdefined
     , t.typdelim, t.typrelid, t.typelem, t.typarray, t.typinput, t.typoutput, t.typreceive, t.typsend, t.typmodin, t.typmodout
     , t.typsubscript -- 14+
     , t.typanalyze, t.typalign, t.typstorage, t.typnotnull, t.typbasetype, t.typtypmod, t.typndims, t.typcollation, t.typdefaultbin
     , t.typdefault, t.typacl)::text, 0)
  FROM pg_type t
 WHERE t.oid = ANY (ARRAY(SELECT k::oid FROM jsonb_object_keys(ss_targets -> 'pg_type') AS k))
 UNION ALL
SELECT 'pg_proc', p.oid, p.pronamespace, ss_targets -> 'pg_proc' ->> p.oid::text, hashtextextended(ROW(p.proname, p.proowner, p.prolang, p.procost, p.prorows, p.provariadic, p.prosupport, p.prokind
     , p.prosecdef, p.proleakproof, p.proisstrict, p.proretset, p.provolatile, p.proparallel, p.pronargs, p.pronargdefaults
     , p.prosqlbody -- 14+
     , p.prorettype, p.proargtypes, p.proallargtypes, p.proargmodes, p.proargnames, p.proargdefaults, p.protrftypes, p.prosrc
     , p.probin, p.proconfig, p.proacl)::text, 0)
  FROM pg_proc p
 WHERE p.oid = ANY (ARRAY(SELECT k::oid FROM jsonb_object_keys(ss_targets -> 'pg_proc') AS k))
 UNION ALL
SELECT 'pg_constraint', o.oid, o.connamespace
     , coalesce(ss_targets -> 'pg_class' ->> o.conrelid::text, ss_targets -> 'pg_type' ->> o.contypid::text), hashtextextended(ROW(o.conname, o.contype, o.condeferrable, o.condeferred, o.convalidated, o.conrelid, o.contypid
     , o.confdelsetcols -- 15+
     , o.conenforced, o.conperiod -- 18+
     , o.conindid, o.conparentid, o.confrelid, o.confupdtype, o.confdeltype, o.confmatchtype, o.conislocal, o.coninhcount
     , o.connoinherit, o.conkey, o.confkey, o.conpfeqop, o.conppeqop, o.conffeqop, o.conexclop, o.conbin)::text, 0)
  FROM pg_constraint o
 WHERE o.conrelid = ANY (ARRAY(SELECT k::oid FROM jsonb_object_keys(ss_targets -> 'pg_class') AS k))
    OR o.contypid = ANY (ARRAY(SELECT k::oid FROM jsonb_object_keys(ss_targets -> 'pg_type') AS k))
 UNION ALL
SELECT 'pg_statistic_ext', s.oid, s.stxnamespace, ss_targets -> 'pg_statistic_ext' ->> s.oid::text, hashtextextended(ROW(s.stxrelid, s.stxname, s.stxowner, s.stxkeys, s.stxkind
     , s.stxstattarget
     , s.stxexprs -- 14+
     )::text, 0)
  FROM pg_statistic_ext s
 WHERE s.oid = ANY (ARRAY(SELECT k::oid FROM jsonb_object_keys(ss_targets -> 'pg_statistic_ext') AS k))
