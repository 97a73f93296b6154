-- The tables whose rows this transaction has written, the journal's apart: on each it holds the lock that INSERT, UPDATE, DELETE and
-- COPY take, and that no operation of a plan takes but on pg_cron's table of jobs, and the server counts rows, where it does. The rows
-- of that table do not count when they are as many as the plan's jobs. What a subtransaction wrote and rolled
-- back is not among them, unless a lock of the table was kept. Runs under search_path = pg_catalog.
SELECT c.oid, n.nspname, c.relname
  FROM pg_locks l
  JOIN pg_class c ON c.oid = l.relation
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE l.pid = pg_backend_pid()
   AND l.locktype = 'relation'
   AND l.mode = 'RowExclusiveLock'
   AND l.granted
   AND (c.relkind = 'f'
        OR c.relkind = 'r'
           AND (NOT current_setting('track_counts')::bool
                OR pg_stat_get_xact_tuples_inserted(c.oid) + pg_stat_get_xact_tuples_updated(c.oid)
                   + pg_stat_get_xact_tuples_deleted(c.oid) > 0))
   AND NOT (ss_job_updates > 0
            AND n.nspname = 'cron'
            AND c.relname = 'job'
            AND pg_stat_get_xact_tuples_inserted(c.oid) + pg_stat_get_xact_tuples_deleted(c.oid) = 0
            AND (NOT current_setting('track_counts')::bool OR pg_stat_get_xact_tuples_updated(c.oid) = ss_job_updates))
   AND n.nspname <> 'pg_catalog'
   AND c.relnamespace <> ss_journal
