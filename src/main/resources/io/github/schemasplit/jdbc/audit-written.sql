-- Rows of the catalogs that this transaction wrote, its subtransactions included, but for those of the schemas and
-- publications that operations of the plan are about: ss_schemas and ss_publications hold their names. A row is ours if its xmin
-- is our transaction, or a later one that is still in progress and that we can see. (A row frozen long ago keeps its xmin, which
-- may look like one of the future: hence the upper bound.) Left out are the catalogs of dependencies, which follow the others.
-- Only the catalogs that ss_suspects names are read. The first two conditions reach the branches, the others are for the few rows
-- that are left. Runs under search_path = pg_catalog.
SELECT DISTINCT r.catalog || ' ' || r.object
  FROM (
        SELECT 'pg_class' AS catalog, c.oid AS object, c.xmin FROM pg_class AS c
  UNION ALL SELECT 'pg_type', c.oid, c.xmin FROM pg_type AS c
  UNION ALL SELECT 'pg_proc', c.oid, c.xmin FROM pg_proc AS c
  UNION ALL SELECT 'pg_constraint', c.oid, c.xmin FROM pg_constraint AS c
  UNION ALL SELECT 'pg_statistic_ext', c.oid, c.xmin FROM pg_statistic_ext AS c
  UNION ALL SELECT 'pg_namespace', c.oid, c.xmin FROM pg_namespace AS c
  UNION ALL SELECT 'pg_attribute', c.attrelid, c.xmin FROM pg_attribute AS c
  UNION ALL SELECT 'pg_attrdef', c.adrelid, c.xmin FROM pg_attrdef AS c
  UNION ALL SELECT 'pg_index', c.indexrelid, c.xmin FROM pg_index AS c
  UNION ALL SELECT 'pg_inherits', c.inhrelid, c.xmin FROM pg_inherits AS c
  UNION ALL SELECT 'pg_partitioned_table', c.partrelid, c.xmin FROM pg_partitioned_table AS c
  UNION ALL SELECT 'pg_sequence', c.seqrelid, c.xmin FROM pg_sequence AS c
  UNION ALL SELECT 'pg_trigger', c.tgrelid, c.xmin FROM pg_trigger AS c
  UNION ALL SELECT 'pg_rewrite', c.ev_class, c.xmin FROM pg_rewrite AS c
  UNION ALL SELECT 'pg_policy', c.polrelid, c.xmin FROM pg_policy AS c
  UNION ALL SELECT 'pg_foreign_table', c.ftrelid, c.xmin FROM pg_foreign_table AS c
  UNION ALL SELECT 'pg_enum', c.enumtypid, c.xmin FROM pg_enum AS c
  UNION ALL SELECT 'pg_range', c.rngtypid, c.xmin FROM pg_range AS c
  UNION ALL SELECT 'pg_aggregate', c.aggfnoid::oid, c.xmin FROM pg_aggregate AS c
  UNION ALL SELECT 'pg_operator', c.oid, c.xmin FROM pg_operator AS c
  UNION ALL SELECT 'pg_opclass', c.oid, c.xmin FROM pg_opclass AS c
  UNION ALL SELECT 'pg_opfamily', c.oid, c.xmin FROM pg_opfamily AS c
  UNION ALL SELECT 'pg_amop', c.oid, c.xmin FROM pg_amop AS c
  UNION ALL SELECT 'pg_amproc', c.oid, c.xmin FROM pg_amproc AS c
  UNION ALL SELECT 'pg_am', c.oid, c.xmin FROM pg_am AS c
  UNION ALL SELECT 'pg_cast', c.oid, c.xmin FROM pg_cast AS c
  UNION ALL SELECT 'pg_collation', c.oid, c.xmin FROM pg_collation AS c
  UNION ALL SELECT 'pg_conversion', c.oid, c.xmin FROM pg_conversion AS c
  UNION ALL SELECT 'pg_language', c.oid, c.xmin FROM pg_language AS c
  UNION ALL SELECT 'pg_transform', c.oid, c.xmin FROM pg_transform AS c
  UNION ALL SELECT 'pg_ts_config', c.oid, c.xmin FROM pg_ts_config AS c
  UNION ALL SELECT 'pg_ts_config_map', c.mapcfg, c.xmin FROM pg_ts_config_map AS c
  UNION ALL SELECT 'pg_ts_dict', c.oid, c.xmin FROM pg_ts_dict AS c
  UNION ALL SELECT 'pg_ts_parser', c.oid, c.xmin FROM pg_ts_parser AS c
  UNION ALL SELECT 'pg_ts_template', c.oid, c.xmin FROM pg_ts_template AS c
  UNION ALL SELECT 'pg_foreign_data_wrapper', c.oid, c.xmin FROM pg_foreign_data_wrapper AS c
  UNION ALL SELECT 'pg_foreign_server', c.oid, c.xmin FROM pg_foreign_server AS c
  UNION ALL SELECT 'pg_event_trigger', c.oid, c.xmin FROM pg_event_trigger AS c
  UNION ALL SELECT 'pg_extension', c.oid, c.xmin FROM pg_extension AS c
  UNION ALL SELECT 'pg_default_acl', c.defaclnamespace, c.xmin FROM pg_default_acl AS c
  UNION ALL SELECT 'pg_publication', c.oid, c.xmin FROM pg_publication AS c
  UNION ALL SELECT 'pg_publication_rel', c.prpubid, c.xmin FROM pg_publication_rel AS c
  UNION ALL SELECT 'pg_publication_namespace', c.pnpubid, c.xmin FROM pg_publication_namespace AS c -- 15+
  UNION ALL SELECT 'pg_description', c.objoid, c.xmin FROM pg_description AS c
             WHERE NOT (c.classoid = 'pg_namespace'::regclass
                        AND c.objoid = ANY (ARRAY(SELECT n.oid FROM pg_namespace n WHERE n.nspname = ANY (ss_schemas))))
  UNION ALL SELECT 'pg_seclabel', c.objoid, c.xmin FROM pg_seclabel AS c
  UNION ALL SELECT 'pg_database', c.oid, c.xmin FROM pg_database AS c
  UNION ALL SELECT 'pg_db_role_setting', c.setdatabase, c.xmin FROM pg_db_role_setting AS c
  UNION ALL SELECT 'pg_auth_members', c.roleid, c.xmin FROM pg_auth_members AS c
       ) AS r
 WHERE r.catalog = ANY (ss_suspects)
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
