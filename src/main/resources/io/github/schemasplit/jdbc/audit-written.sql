-- Whether a row r of the catalogs is in a catalog that ss_suspects names, and not of the schemas and publications that operations of
-- the plan are about: ss_schemas and ss_publications hold their names, ss_published those of the tables that such a publication gets
-- or loses, ss_set_roles those of the roles whose settings it changes, in all databases where ss_set_everywhere says so. What such a schema gives to whom is looked at apart. Runs under search_path = pg_catalog.
       r.catalog = ANY (ss_suspects)
   AND NOT (r.catalog IN ('pg_namespace', 'pg_default_acl')
            AND r.object = ANY (ARRAY(SELECT n.oid FROM pg_namespace n WHERE n.nspname = ANY (ss_schemas))))
   AND NOT (r.catalog = 'pg_publication_rel'
            AND r.object = ANY (ARRAY(SELECT p.oid FROM pg_publication p WHERE p.pubname = ANY (ss_publications)))
            AND (SELECT c.relname FROM pg_class AS c WHERE c.oid = (r.image ->> 'prrelid')::oid) = ANY (ss_published))
   AND NOT (r.catalog = 'pg_db_role_setting'
            AND EXISTS (
                SELECT
                  FROM unnest(ss_set_roles, ss_set_everywhere) AS s(role, everywhere)
                 WHERE s.role = (CASE r.image ->> 'setrole' WHEN '0' THEN ''
                                 ELSE (SELECT a.rolname FROM pg_roles a WHERE a.oid = (r.image ->> 'setrole')::oid) END)::name
                   AND r.object = CASE WHEN s.everywhere THEN 0
                                  ELSE (SELECT d.oid FROM pg_database d WHERE d.datname = current_database()) END))
   AND NOT (r.catalog = 'pg_description'
            AND (r.image ->> 'classoid')::oid = 'pg_namespace'::regclass
            AND r.object = ANY (ARRAY(SELECT n.oid FROM pg_namespace n WHERE n.nspname = ANY (ss_schemas))))
