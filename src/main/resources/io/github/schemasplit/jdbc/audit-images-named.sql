-- As audit-images, of the kinds that rarely move: operators, their classes and families, collations, conversions and text search
-- objects. All that their rows hold but for the schema. Runs under search_path = pg_catalog.
SELECT 'pg_operator', o.oid, o.oprnamespace, k.target, hashtextextended((to_jsonb(o) - 'oprnamespace')::text, 0)
  FROM unnest(ss_named_catalogs, ss_named, ss_named_to) AS k(catalog, oid, target)
  JOIN pg_operator o ON o.oid = k.oid
 WHERE k.catalog = 'pg_operator'::regclass
 UNION ALL
SELECT 'pg_opclass', o.oid, o.opcnamespace, k.target, hashtextextended((to_jsonb(o) - 'opcnamespace')::text, 0)
  FROM unnest(ss_named_catalogs, ss_named, ss_named_to) AS k(catalog, oid, target)
  JOIN pg_opclass o ON o.oid = k.oid
 WHERE k.catalog = 'pg_opclass'::regclass
 UNION ALL
SELECT 'pg_opfamily', o.oid, o.opfnamespace, k.target, hashtextextended((to_jsonb(o) - 'opfnamespace')::text, 0)
  FROM unnest(ss_named_catalogs, ss_named, ss_named_to) AS k(catalog, oid, target)
  JOIN pg_opfamily o ON o.oid = k.oid
 WHERE k.catalog = 'pg_opfamily'::regclass
 UNION ALL
SELECT 'pg_collation', o.oid, o.collnamespace, k.target, hashtextextended((to_jsonb(o) - '{collnamespace,collversion}'::text[])::text, 0)
  FROM unnest(ss_named_catalogs, ss_named, ss_named_to) AS k(catalog, oid, target)
  JOIN pg_collation o ON o.oid = k.oid
 WHERE k.catalog = 'pg_collation'::regclass
 UNION ALL
SELECT 'pg_conversion', o.oid, o.connamespace, k.target, hashtextextended((to_jsonb(o) - 'connamespace')::text, 0)
  FROM unnest(ss_named_catalogs, ss_named, ss_named_to) AS k(catalog, oid, target)
  JOIN pg_conversion o ON o.oid = k.oid
 WHERE k.catalog = 'pg_conversion'::regclass
 UNION ALL
SELECT 'pg_ts_config', o.oid, o.cfgnamespace, k.target, hashtextextended((to_jsonb(o) - 'cfgnamespace')::text, 0)
  FROM unnest(ss_named_catalogs, ss_named, ss_named_to) AS k(catalog, oid, target)
  JOIN pg_ts_config o ON o.oid = k.oid
 WHERE k.catalog = 'pg_ts_config'::regclass
 UNION ALL
SELECT 'pg_ts_dict', o.oid, o.dictnamespace, k.target, hashtextextended((to_jsonb(o) - 'dictnamespace')::text, 0)
  FROM unnest(ss_named_catalogs, ss_named, ss_named_to) AS k(catalog, oid, target)
  JOIN pg_ts_dict o ON o.oid = k.oid
 WHERE k.catalog = 'pg_ts_dict'::regclass
 UNION ALL
SELECT 'pg_ts_parser', o.oid, o.prsnamespace, k.target, hashtextextended((to_jsonb(o) - 'prsnamespace')::text, 0)
  FROM unnest(ss_named_catalogs, ss_named, ss_named_to) AS k(catalog, oid, target)
  JOIN pg_ts_parser o ON o.oid = k.oid
 WHERE k.catalog = 'pg_ts_parser'::regclass
 UNION ALL
SELECT 'pg_ts_template', o.oid, o.tmplnamespace, k.target, hashtextextended((to_jsonb(o) - 'tmplnamespace')::text, 0)
  FROM unnest(ss_named_catalogs, ss_named, ss_named_to) AS k(catalog, oid, target)
  JOIN pg_ts_template o ON o.oid = k.oid
 WHERE k.catalog = 'pg_ts_template'::regclass
