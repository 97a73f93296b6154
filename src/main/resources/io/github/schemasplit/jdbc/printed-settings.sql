-- What bends how definitions are printed, beside what the first query of every reading sets. Printing a policy waits for who changes the
-- tables that it reads, and no longer than that.
SELECT pg_catalog.set_config('TimeZone', 'UTC', true)
     , pg_catalog.set_config('bytea_output', 'hex', true)
     , pg_catalog.set_config('lc_monetary', 'C', true)
     , pg_catalog.set_config('lock_timeout', '10s', true)
