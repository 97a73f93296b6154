-- The other session of this database that holds the advisory lock of this key.
SELECT l.pid, a.application_name,
       EXTRACT(epoch FROM pg_catalog.clock_timestamp() - a.xact_start)::pg_catalog.int8 AS seconds
  FROM pg_catalog.pg_locks l
  LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
 WHERE l.locktype = 'advisory'
   AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
   AND l.classid = (?::pg_catalog.int8 >> 32)::pg_catalog.oid
   AND l.objid = (?::pg_catalog.int8 & 4294967295)::pg_catalog.oid
   AND l.objsubid = 1
   AND l.granted
   AND l.pid IS DISTINCT FROM pg_catalog.pg_backend_pid()
 LIMIT 5
