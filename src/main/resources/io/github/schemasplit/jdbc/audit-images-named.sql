-- As audit-images, of the kinds that rarely move: operators, their classes and families, collations, conversions and text search
-- objects. All that their rows hold but for the schema, and for the version of a collation, which is refreshed. Runs under
-- search_path = pg_catalog.
SELECT 'pg_operator', o.oid, o.oprnamespace, k.target
     , hashtextextended(ROW(o.oprname, o.oprowner, o.oprkind, o.oprcanmerge, o.oprcanhash, o.oprleft, o.oprright, o.oprresult, o.oprcom, o.oprnegate
     , o.oprcode::oid, o.oprrest::oid, o.oprjoin::oid)::text, 0)
  FROM unnest(ss_named_catalogs, ss_named, ss_named_to) AS k(catalog, oid, target)
  JOIN pg_operator o ON o.oid = k.oid
 WHERE k.catalog = 'pg_operator'::regclass
 UNION ALL
SELECT 'pg_opclass', o.oid, o.opcnamespace, k.target
     , hashtextextended(ROW(o.opcmethod, o.opcname, o.opcowner, o.opcfamily, o.opcintype, o.opcdefault, o.opckeytype)::text, 0)
  FROM unnest(ss_named_catalogs, ss_named, ss_named_to) AS k(catalog, oid, target)
  JOIN pg_opclass o ON o.oid = k.oid
 WHERE k.catalog = 'pg_opclass'::regclass
 UNION ALL
SELECT 'pg_opfamily', o.oid, o.opfnamespace, k.target
     , hashtextextended(ROW(o.opfmethod, o.opfname, o.opfowner)::text, 0)
  FROM unnest(ss_named_catalogs, ss_named, ss_named_to) AS k(catalog, oid, target)
  JOIN pg_opfamily o ON o.oid = k.oid
 WHERE k.catalog = 'pg_opfamily'::regclass
 UNION ALL
SELECT 'pg_collation', o.oid, o.collnamespace, k.target
     , hashtextextended((to_jsonb(o) - '{collnamespace,collversion}'::text[])::text, 0)
  FROM unnest(ss_named_catalogs, ss_named, ss_named_to) AS k(catalog, oid, target)
  JOIN pg_collation o ON o.oid = k.oid
 WHERE k.catalog = 'pg_collation'::regclass
 UNION ALL
SELECT 'pg_conversion', o.oid, o.connamespace, k.target
     , hashtextextended(ROW(o.conname, o.conowner, o.conforencoding, o.contoencoding, o.conproc::oid, o.condefault)::text, 0)
  FROM unnest(ss_named_catalogs, ss_named, ss_named_to) AS k(catalog, oid, target)
  JOIN pg_conversion o ON o.oid = k.oid
 WHERE k.catalog = 'pg_conversion'::regclass
 UNION ALL
SELECT 'pg_ts_config', o.oid, o.cfgnamespace, k.target
     , hashtextextended(ROW(o.cfgname, o.cfgowner, o.cfgparser)::text, 0)
  FROM unnest(ss_named_catalogs, ss_named, ss_named_to) AS k(catalog, oid, target)
  JOIN pg_ts_config o ON o.oid = k.oid
 WHERE k.catalog = 'pg_ts_config'::regclass
 UNION ALL
SELECT 'pg_ts_dict', o.oid, o.dictnamespace, k.target
     , hashtextextended(ROW(o.dictname, o.dictowner, o.dicttemplate, o.dictinitoption)::text, 0)
  FROM unnest(ss_named_catalogs, ss_named, ss_named_to) AS k(catalog, oid, target)
  JOIN pg_ts_dict o ON o.oid = k.oid
 WHERE k.catalog = 'pg_ts_dict'::regclass
 UNION ALL
SELECT 'pg_ts_parser', o.oid, o.prsnamespace, k.target
     , hashtextextended(ROW(o.prsname, o.prsstart::oid, o.prstoken::oid, o.prsend::oid, o.prsheadline::oid, o.prslextype::oid)::text, 0)
  FROM unnest(ss_named_catalogs, ss_named, ss_named_to) AS k(catalog, oid, target)
  JOIN pg_ts_parser o ON o.oid = k.oid
 WHERE k.catalog = 'pg_ts_parser'::regclass
 UNION ALL
SELECT 'pg_ts_template', o.oid, o.tmplnamespace, k.target
     , hashtextextended(ROW(o.tmplname, o.tmplinit::oid, o.tmpllexize::oid)::text, 0)
  FROM unnest(ss_named_catalogs, ss_named, ss_named_to) AS k(catalog, oid, target)
  JOIN pg_ts_template o ON o.oid = k.oid
 WHERE k.catalog = 'pg_ts_template'::regclass
