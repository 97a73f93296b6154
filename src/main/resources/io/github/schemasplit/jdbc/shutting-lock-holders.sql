-- Other sessions that keep everybody else from a relation of this database, so that what names it may not be printed; the oldest
-- transaction first. A prepared transaction has no pid. What the role may not see of another's session is null.
SELECT DISTINCT l.pid, a.application_name, a.xact_start,
       EXTRACT(epoch FROM pg_catalog.clock_timestamp() - a.xact_start)::pg_catalog.int8 AS seconds
  FROM pg_catalog.pg_locks l
  LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
 WHERE l.locktype = 'relation'
   AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
   AND l.granted
   AND l.mode = 'AccessExclusiveLock'
   AND l.pid IS DISTINCT FROM pg_catalog.pg_backend_pid()
 ORDER BY a.xact_start NULLS LAST, l.pid
 LIMIT 5
