-- Whether a row r of the catalogs is one that this transaction wrote, its subtransactions included, and not of the schemas and
-- publications that operations of the plan are about: ss_schemas and ss_publications hold their names. A row is ours if its xmin
-- is our transaction, or a later one that is still in progress and that we can see. (A row frozen long ago keeps its xmin, which
-- may look like one of the future: hence the upper bound.) Only the catalogs that ss_suspects names are read. The first two
-- conditions reach the branches, the others are for the few rows that are left. Runs under search_path = pg_catalog.
       r.catalog = ANY (ss_suspects)
   AND age(r.xmin) <= 0
   AND CASE WHEN age(r.xmin) = 0 THEN true
            WHEN (SELECT pg_current_xact_id()::text::int8) - age(r.xmin)
                 < (SELECT greatest(pg_current_xact_id()::text::int8, pg_snapshot_xmax(pg_current_snapshot())::text::int8) + 1000)
            THEN pg_xact_status(((SELECT pg_current_xact_id()::text::int8) - age(r.xmin))::text::xid8) = 'in progress'
            ELSE false
       END
   AND NOT (r.catalog IN ('pg_namespace', 'pg_default_acl')
            AND r.object = ANY (ARRAY(SELECT n.oid FROM pg_namespace n WHERE n.nspname = ANY (ss_schemas))))
   AND NOT (r.catalog IN ('pg_publication', 'pg_publication_rel', 'pg_publication_namespace')
            AND r.object = ANY (ARRAY(SELECT p.oid FROM pg_publication p WHERE p.pubname = ANY (ss_publications))))
   AND NOT (r.catalog = 'pg_description'
            AND (r.image ->> 'classoid')::oid = 'pg_namespace'::regclass
            AND r.object = ANY (ARRAY(SELECT n.oid FROM pg_namespace n WHERE n.nspname = ANY (ss_schemas))))
