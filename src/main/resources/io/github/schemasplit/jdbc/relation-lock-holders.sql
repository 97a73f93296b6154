-- Other sessions that hold a lock on a relation, or on a sequence that a column of it owns; the oldest transaction first.
-- A prepared transaction has no pid. What the role may not see of another's session is null.
SELECT DISTINCT l.pid, a.application_name, a.xact_start,
       EXTRACT(epoch FROM pg_catalog.clock_timestamp() - a.xact_start)::pg_catalog.int8 AS seconds
  FROM pg_catalog.pg_locks l
  LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
 WHERE l.locktype = 'relation'
   AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
   AND l.granted
   AND l.pid IS DISTINCT FROM pg_catalog.pg_backend_pid()
   AND l.relation IN (SELECT pg_catalog.to_regclass(?)::pg_catalog.oid
                      UNION ALL
                      SELECT d.objid
                        FROM pg_catalog.pg_depend d
                       WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                         AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                         AND d.refobjid = pg_catalog.to_regclass(?)
                         AND d.deptype IN ('a', 'i'))
 ORDER BY a.xact_start NULLS LAST, l.pid
 LIMIT 5
