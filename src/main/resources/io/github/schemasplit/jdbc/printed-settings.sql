-- What bends how definitions are printed, beside what the first query of every reading sets.
SELECT pg_catalog.set_config('TimeZone', 'UTC', true)
     , pg_catalog.set_config('bytea_output', 'hex', true)
     , pg_catalog.set_config('lc_monetary', 'C', true)
