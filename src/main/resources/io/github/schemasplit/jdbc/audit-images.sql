-- What each object that moves is, where, and where to: by catalog and OID, with a hash of all columns of its catalog row that the
-- move must leave alone. Not among them: the schema, figures of VACUUM and ANALYZE, and flags that are cleared late. Routines stand as
-- OIDs, since the server prints their names with the schema that they are in, and they may move too.
-- For each catalog, one array holds the OIDs and one the target schemas'. Each row is fetched by its OID, so that the time depends
-- on what moves and not on what else there is. Runs under search_path = pg_catalog.
SELECT 'pg_class' AS catalog, c.oid, c.relnamespace AS namespace, k.target, hashtextextended(ROW(c.relname, c.reltype, c.reloftype, c.relowner, c.relam, c.relfilenode, c.reltablespace
     , c.reltoastrelid, c.relisshared, c.relpersistence, c.relkind, c.relnatts, c.relchecks, c.relrowsecurity, c.relforcerowsecurity
     , c.relispopulated, c.relreplident, c.relispartition, c.relrewrite, c.relacl, c.reloptions, c.relpartbound)::text, 0) AS image
  FROM unnest(ss_pg_class, ss_pg_class_to) AS k(oid, target)
  JOIN pg_class c ON c.oid = k.oid
 UNION ALL
SELECT 'pg_type', t.oid, t.typnamespace, k.target, hashtextextended(ROW(t.typname, t.typowner, t.typlen, t.typbyval, t.typtype, t.typcategory, t.typispreferred, t.typisdefined
     , t.typdelim, t.typrelid, t.typelem, t.typarray, t.typinput::oid, t.typoutput::oid, t.typreceive::oid, t.typsend::oid, t.typmodin::oid, t.typmodout::oid
     , t.typsubscript::oid -- 14+
     , t.typanalyze::oid, t.typalign, t.typstorage, t.typnotnull, t.typbasetype, t.typtypmod, t.typndims, t.typcollation, t.typdefaultbin
     , t.typdefault, t.typacl)::text, 0)
  FROM unnest(ss_pg_type, ss_pg_type_to) AS k(oid, target)
  JOIN pg_type t ON t.oid = k.oid
 UNION ALL
SELECT 'pg_proc', p.oid, p.pronamespace, k.target, hashtextextended(ROW(p.proname, p.proowner, p.prolang, p.procost, p.prorows, p.provariadic, p.prosupport::oid, p.prokind
     , p.prosecdef, p.proleakproof, p.proisstrict, p.proretset, p.provolatile, p.proparallel, p.pronargs, p.pronargdefaults
     , p.prosqlbody -- 14+
     , p.prorettype, p.proargtypes, p.proallargtypes, p.proargmodes, p.proargnames
     , CASE WHEN p.oid = ANY (ss_replaced) THEN regexp_replace(p.proargdefaults::text, ':location -?[0-9]+', '', 'g') ELSE p.proargdefaults::text END
     , p.protrftypes
     , coalesce((SELECT 0 FROM unnest(ss_replaced, ss_replaced_body) AS x(oid, body)
                  WHERE x.oid = p.oid AND x.body = md5(p.prosrc))::text, p.prosrc)
     , p.probin
     , coalesce((SELECT 0 FROM unnest(ss_replaced, ss_replaced_settings) AS x(oid, settings)
                  WHERE x.oid = p.oid AND x.settings = coalesce(p.proconfig::text, ''))::text, p.proconfig::text)
     , p.proacl)::text, 0)
  FROM unnest(ss_pg_proc, ss_pg_proc_to) AS k(oid, target)
  JOIN pg_proc p ON p.oid = k.oid
 UNION ALL
SELECT 'pg_constraint', o.oid, o.connamespace, k.target, hashtextextended(ROW(o.conname, o.contype, o.condeferrable, o.condeferred, o.convalidated, o.conrelid, o.contypid
     , o.confdelsetcols -- 15+
     , o.conenforced, o.conperiod -- 18+
     , o.conindid, o.conparentid, o.confrelid, o.confupdtype, o.confdeltype, o.confmatchtype, o.conislocal, o.coninhcount
     , o.connoinherit, o.conkey, o.confkey, o.conpfeqop, o.conppeqop, o.conffeqop, o.conexclop, o.conbin)::text, 0)
  FROM unnest(ss_pg_constraint, ss_pg_constraint_to) AS k(oid, target)
  JOIN pg_constraint o ON o.oid = k.oid
 UNION ALL
SELECT 'pg_statistic_ext', s.oid, s.stxnamespace, k.target, hashtextextended(ROW(s.stxrelid, s.stxname, s.stxowner, s.stxkeys, s.stxkind
     , s.stxstattarget
     , s.stxexprs -- 14+
     )::text, 0)
  FROM unnest(ss_pg_statistic_ext, ss_pg_statistic_ext_to) AS k(oid, target)
  JOIN pg_statistic_ext s ON s.oid = k.oid
