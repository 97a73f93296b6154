-- The rows of the catalogs that say what objects are: each with its catalog, the object that it is or belongs to, the transaction
-- that wrote it, and itself. Left out are the catalogs of dependencies, which follow the others. Runs under
-- search_path = pg_catalog.
SELECT 'pg_class' AS catalog, c.oid AS object, c.xmin, to_jsonb(c) AS image FROM pg_class AS c
 UNION ALL
SELECT 'pg_type', c.oid, c.xmin, to_jsonb(c) FROM pg_type AS c
 UNION ALL
SELECT 'pg_proc', c.oid, c.xmin, to_jsonb(c) FROM pg_proc AS c
 UNION ALL
SELECT 'pg_constraint', c.oid, c.xmin, to_jsonb(c) FROM pg_constraint AS c
 UNION ALL
SELECT 'pg_statistic_ext', c.oid, c.xmin, to_jsonb(c) FROM pg_statistic_ext AS c
 UNION ALL
SELECT 'pg_namespace', c.oid, c.xmin, to_jsonb(c) FROM pg_namespace AS c
 UNION ALL
SELECT 'pg_attribute', c.attrelid, c.xmin, to_jsonb(c) FROM pg_attribute AS c
 UNION ALL
SELECT 'pg_attrdef', c.adrelid, c.xmin, to_jsonb(c) FROM pg_attrdef AS c
 UNION ALL
SELECT 'pg_index', c.indexrelid, c.xmin, to_jsonb(c) FROM pg_index AS c
 UNION ALL
SELECT 'pg_inherits', c.inhrelid, c.xmin, to_jsonb(c) FROM pg_inherits AS c
 UNION ALL
SELECT 'pg_partitioned_table', c.partrelid, c.xmin, to_jsonb(c) FROM pg_partitioned_table AS c
 UNION ALL
SELECT 'pg_sequence', c.seqrelid, c.xmin, to_jsonb(c) FROM pg_sequence AS c
 UNION ALL
SELECT 'pg_trigger', c.oid, c.xmin, to_jsonb(c) FROM pg_trigger AS c
 UNION ALL
SELECT 'pg_rewrite', c.oid, c.xmin, to_jsonb(c) FROM pg_rewrite AS c
 UNION ALL
SELECT 'pg_policy', c.oid, c.xmin, to_jsonb(c) FROM pg_policy AS c
 UNION ALL
SELECT 'pg_foreign_table', c.ftrelid, c.xmin, to_jsonb(c) FROM pg_foreign_table AS c
 UNION ALL
SELECT 'pg_enum', c.enumtypid, c.xmin, to_jsonb(c) FROM pg_enum AS c
 UNION ALL
SELECT 'pg_range', c.rngtypid, c.xmin, to_jsonb(c) FROM pg_range AS c
 UNION ALL
SELECT 'pg_aggregate', c.aggfnoid::oid, c.xmin, to_jsonb(c) FROM pg_aggregate AS c
 UNION ALL
SELECT 'pg_operator', c.oid, c.xmin, to_jsonb(c) FROM pg_operator AS c
 UNION ALL
SELECT 'pg_opclass', c.oid, c.xmin, to_jsonb(c) FROM pg_opclass AS c
 UNION ALL
SELECT 'pg_opfamily', c.oid, c.xmin, to_jsonb(c) FROM pg_opfamily AS c
 UNION ALL
SELECT 'pg_amop', c.oid, c.xmin, to_jsonb(c) FROM pg_amop AS c
 UNION ALL
SELECT 'pg_amproc', c.oid, c.xmin, to_jsonb(c) FROM pg_amproc AS c
 UNION ALL
SELECT 'pg_am', c.oid, c.xmin, to_jsonb(c) FROM pg_am AS c
 UNION ALL
SELECT 'pg_cast', c.oid, c.xmin, to_jsonb(c) FROM pg_cast AS c
 UNION ALL
SELECT 'pg_collation', c.oid, c.xmin, to_jsonb(c) FROM pg_collation AS c
 UNION ALL
SELECT 'pg_conversion', c.oid, c.xmin, to_jsonb(c) FROM pg_conversion AS c
 UNION ALL
SELECT 'pg_language', c.oid, c.xmin, to_jsonb(c) FROM pg_language AS c
 UNION ALL
SELECT 'pg_transform', c.oid, c.xmin, to_jsonb(c) FROM pg_transform AS c
 UNION ALL
SELECT 'pg_ts_config', c.oid, c.xmin, to_jsonb(c) FROM pg_ts_config AS c
 UNION ALL
SELECT 'pg_ts_config_map', c.mapcfg, c.xmin, to_jsonb(c) FROM pg_ts_config_map AS c
 UNION ALL
SELECT 'pg_ts_dict', c.oid, c.xmin, to_jsonb(c) FROM pg_ts_dict AS c
 UNION ALL
SELECT 'pg_ts_parser', c.oid, c.xmin, to_jsonb(c) FROM pg_ts_parser AS c
 UNION ALL
SELECT 'pg_ts_template', c.oid, c.xmin, to_jsonb(c) FROM pg_ts_template AS c
 UNION ALL
SELECT 'pg_foreign_data_wrapper', c.oid, c.xmin, to_jsonb(c) FROM pg_foreign_data_wrapper AS c
 UNION ALL
SELECT 'pg_foreign_server', c.oid, c.xmin, to_jsonb(c) FROM pg_foreign_server AS c
 UNION ALL
SELECT 'pg_event_trigger', c.oid, c.xmin, to_jsonb(c) FROM pg_event_trigger AS c
 UNION ALL
SELECT 'pg_extension', c.oid, c.xmin, to_jsonb(c) FROM pg_extension AS c
 UNION ALL
SELECT 'pg_default_acl', c.defaclnamespace, c.xmin, to_jsonb(c) FROM pg_default_acl AS c
 UNION ALL
SELECT 'pg_publication', c.oid, c.xmin, to_jsonb(c) FROM pg_publication AS c
 UNION ALL
SELECT 'pg_publication_rel', c.prpubid, c.xmin, to_jsonb(c) FROM pg_publication_rel AS c
 UNION ALL -- 15+
SELECT 'pg_publication_namespace', c.pnpubid, c.xmin, to_jsonb(c) FROM pg_publication_namespace AS c -- 15+
 UNION ALL
SELECT 'pg_description', c.objoid, c.xmin, to_jsonb(c) FROM pg_description AS c
 UNION ALL
SELECT 'pg_seclabel', c.objoid, c.xmin, to_jsonb(c) FROM pg_seclabel AS c
 UNION ALL
SELECT 'pg_database', c.oid, c.xmin, to_jsonb(c) FROM pg_database AS c
 UNION ALL
SELECT 'pg_db_role_setting', c.setdatabase, c.xmin, to_jsonb(c) FROM pg_db_role_setting AS c
 UNION ALL
SELECT 'pg_auth_members', c.roleid, c.xmin, to_jsonb(c) FROM pg_auth_members AS c
