-- How many rows of the catalogs this session has removed since it last reported, those apart from which operations of the plan remove
-- some: ss_removing holds their names. What a subtransaction removed and rolled back counts, too. Where the server does not count
-- (track_counts = off) it is none. Runs under search_path = pg_catalog.
SELECT coalesce(sum(pg_stat_get_xact_tuples_deleted(k.oid)), 0)
  FROM unnest(ss_catalogs) AS k(oid)
 WHERE k.oid <> ALL (ss_removing)
