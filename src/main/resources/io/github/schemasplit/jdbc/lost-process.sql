-- The session of this role on this database that a process serves, unless it is the one that asks.
SELECT a.pid
  FROM pg_catalog.pg_stat_activity a
 WHERE a.pid = ?
   AND a.datname = pg_catalog.current_database()
   AND a.usename = SESSION_USER
   AND a.pid <> pg_catalog.pg_backend_pid()
 ORDER BY a.pid
