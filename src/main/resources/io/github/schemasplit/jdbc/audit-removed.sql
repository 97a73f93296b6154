-- How many rows of the catalogs of objects this session has removed since it last reported; no operation of a plan removes any
-- there. What a subtransaction removed and rolled back counts, too. Where the server does not count (track_counts = off) it is
-- none. Runs under search_path = pg_catalog.
SELECT coalesce(sum(pg_stat_get_xact_tuples_deleted(k.oid)), 0)
  FROM unnest(ss_catalogs) AS k(oid)
 WHERE k.oid <> ALL (ARRAY[
       'pg_namespace', 'pg_default_acl', 'pg_publication', 'pg_publication_rel',
       'pg_publication_namespace', -- 15+
       'pg_depend', 'pg_shdepend', 'pg_description', 'pg_init_privs', 'pg_statistic', 'pg_statistic_ext_data'
       ]::regclass[]::oid[])
