-- How many locks the server's table of locks has room for, as the manual says; how many are held; how many a transaction is
-- promised. Those that go without that table (fast path) count too: they move into it when somebody wants a relation for himself.
SELECT s.per_transaction * s.transactions AS room
     , (SELECT pg_catalog.count(*) FROM pg_catalog.pg_locks) AS held
     , s.per_transaction
  FROM (SELECT pg_catalog.current_setting('max_locks_per_transaction')::pg_catalog.int8 AS per_transaction
             , pg_catalog.current_setting('max_connections')::pg_catalog.int8
               + pg_catalog.current_setting('max_prepared_transactions')::pg_catalog.int8 AS transactions) AS s
