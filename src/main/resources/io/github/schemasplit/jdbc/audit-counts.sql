-- How many rows this session has written in each catalog since it last reported, what subtransactions wrote and rolled back
-- included; in the order of ss_catalogs. The server reports between transactions only, so within one the figures only grow.
-- Runs under search_path = pg_catalog.
SELECT pg_stat_get_xact_tuples_inserted(k.oid) + pg_stat_get_xact_tuples_updated(k.oid)
  FROM unnest(ss_catalogs) WITH ORDINALITY AS k(oid, n)
 ORDER BY k.n
