-- Who holds locks on relations and will not let go of them soon: prepared transactions, sessions that are idle in a transaction,
-- and those whose transaction is older than a second. Sessions that the role may not look into are left out.
SELECT l.pid
     , coalesce(nullif(a.application_name, ''), pg_catalog.min(p.gid)) AS name
     , EXTRACT(epoch FROM pg_catalog.clock_timestamp() - coalesce(a.xact_start, pg_catalog.min(p.prepared)))::pg_catalog.int8 AS seconds
     , CASE WHEN l.pid IS NULL THEN 'PREPARED_TRANSACTION'
            WHEN a.backend_type = 'autovacuum worker' AND a.query LIKE '%(to prevent wraparound)' THEN 'WRAPAROUND_VACUUM'
            WHEN a.backend_type = 'autovacuum worker' THEN 'AUTOVACUUM'
            WHEN a.state LIKE 'idle in transaction%' THEN 'IDLE_IN_TRANSACTION'
            WHEN a.application_name IN ('pg_dump', 'pg_restore') THEN 'DUMP'
            ELSE 'LONG_TRANSACTION'
       END AS kind
     , pg_catalog.array_agg(DISTINCT l.relation::pg_catalog.regclass::pg_catalog.text) AS relations
  FROM pg_catalog.pg_locks AS l
  LEFT JOIN pg_catalog.pg_stat_activity AS a ON a.pid = l.pid
  LEFT JOIN pg_catalog.pg_locks AS t
    ON l.pid IS NULL AND t.pid IS NULL AND t.locktype = 'transactionid' AND t.virtualtransaction = l.virtualtransaction
  LEFT JOIN pg_catalog.pg_prepared_xacts AS p ON p.transaction = t.transactionid
 WHERE l.locktype = 'relation'
   AND l.granted
   AND l.database = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
   AND l.relation = ANY (CAST(? AS pg_catalog.oid[]))
   AND l.pid IS DISTINCT FROM pg_catalog.pg_backend_pid()
   AND (l.pid IS NULL OR a.state LIKE 'idle in transaction%' OR a.xact_start < pg_catalog.clock_timestamp() - pg_catalog.make_interval(secs => 1))
 GROUP BY l.pid, l.virtualtransaction, a.application_name, a.xact_start, a.backend_type, a.query, a.state
 ORDER BY seconds DESC NULLS LAST, l.pid
