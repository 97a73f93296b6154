-- The tables whose rows this transaction has written, the journal's apart: on each it holds the lock that INSERT, UPDATE, DELETE and
-- COPY take, and that no operation of a plan takes. What a subtransaction wrote and rolled back is not among them. Runs under
-- search_path = pg_catalog.
SELECT c.oid, n.nspname, c.relname
  FROM pg_locks l
  JOIN pg_class c ON c.oid = l.relation
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE l.pid = pg_backend_pid()
   AND l.locktype = 'relation'
   AND l.mode = 'RowExclusiveLock'
   AND l.granted
   AND c.relkind IN ('r', 'p', 'f')
   AND n.nspname <> 'pg_catalog'
   AND c.relnamespace <> ss_journal
