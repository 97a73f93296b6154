-- Who is in a database, so that it can not be renamed; the server itself ends those of autovacuum.
SELECT a.pid
     , a.usename
     , a.application_name
  FROM pg_catalog.pg_stat_activity AS a
 WHERE a.datname = ?
   AND a.pid <> pg_catalog.pg_backend_pid()
   AND a.usesysid IS NOT NULL
 ORDER BY a.pid
