-- The catalogs that only the server's counters tell of, since not everybody may read them or their rows are about no object of this
-- database, and that this transaction has written. Runs under search_path = pg_catalog.
SELECT array_agg('catalog ' || s.name || ': rows written')
  FROM unnest(ss_suspects) AS s(name)
 WHERE s.name IN ('pg_authid', 'pg_parameter_acl', 'pg_replication_origin', 'pg_shdescription', 'pg_shseclabel', 'pg_subscription'
                , 'pg_subscription_rel', 'pg_tablespace', 'pg_user_mapping')
   AND current_setting('track_counts')::bool
