-- Whether a row r of the catalogs is one that this transaction wrote, its subtransactions included: its xmin is our transaction, or
-- a later one that is still in progress and that we can see. (A row frozen long ago keeps its xmin, which may look like one of the
-- future: hence the upper bound.) Runs under search_path = pg_catalog.
       age(r.xmin) <= 0
   AND CASE WHEN age(r.xmin) = 0 THEN true
            WHEN (SELECT pg_current_xact_id()::text::int8) - age(r.xmin)
                 < (SELECT greatest(pg_current_xact_id()::text::int8, pg_snapshot_xmax(pg_current_snapshot())::text::int8) + 1000)
            THEN pg_xact_status(((SELECT pg_current_xact_id()::text::int8) - age(r.xmin))::text::xid8) = 'in progress'
            ELSE false
       END
