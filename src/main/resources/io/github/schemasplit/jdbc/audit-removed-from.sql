-- The names of the catalogs in which this session has removed rows since it last reported, those apart that audit-removed
-- leaves out. Runs under search_path = pg_catalog.
SELECT array_agg(k.oid::regclass::text)
  FROM unnest(ss_catalogs) AS k(oid)
 WHERE pg_stat_get_xact_tuples_deleted(k.oid) > 0
   AND k.oid <> ALL (ss_removing)
