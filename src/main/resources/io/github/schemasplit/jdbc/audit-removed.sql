-- How many rows of the catalogs of objects this transaction has removed; no operation of a plan removes any there.
-- Where the server does not count (track_counts = off) it is none. Runs under search_path = pg_catalog.
SELECT coalesce(sum(s.n_tup_del), 0)
  FROM pg_stat_xact_sys_tables s
 WHERE s.schemaname = 'pg_catalog'
   AND s.relname NOT IN ('pg_namespace', 'pg_default_acl', 'pg_publication', 'pg_publication_rel', 'pg_publication_namespace',
                         'pg_depend', 'pg_shdepend', 'pg_description', 'pg_init_privs', 'pg_statistic', 'pg_statistic_ext_data')
