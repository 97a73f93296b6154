-- Whether a row r of the catalogs is in a catalog that ss_suspects names, and not of the schemas and publications that operations of
-- the plan are about: ss_schemas and ss_publications hold their names. Runs under search_path = pg_catalog.
       r.catalog = ANY (ss_suspects)
   AND NOT (r.catalog IN ('pg_namespace', 'pg_default_acl')
            AND r.object = ANY (ARRAY(SELECT n.oid FROM pg_namespace n WHERE n.nspname = ANY (ss_schemas))))
   AND NOT (r.catalog IN ('pg_publication', 'pg_publication_rel', 'pg_publication_namespace')
            AND r.object = ANY (ARRAY(SELECT p.oid FROM pg_publication p WHERE p.pubname = ANY (ss_publications))))
   AND NOT (r.catalog = 'pg_description'
            AND (r.image ->> 'classoid')::oid = 'pg_namespace'::regclass
            AND r.object = ANY (ARRAY(SELECT n.oid FROM pg_namespace n WHERE n.nspname = ANY (ss_schemas))))
