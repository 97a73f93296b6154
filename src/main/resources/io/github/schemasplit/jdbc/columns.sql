-- Columns of relations, by relation; of sequences, whose columns are always the same, those with an ACL alone.
-- The stored default and the generation expression are the same tree. What most columns have is made NULL, to save time.
SELECT a.attrelid
     , a.attnum
     , a.attname
     , a.atttypid
     , a.attnotnull
     , a.attacl
     , nullif(a.atttypmod, -1) AS typmod
     , nullif(a.attndims, 0) AS ndims
     , nullif(a.attcollation, 0) AS collation
     , a.attstorage AS storage
     , nullif(a.attcompression, '') AS compression -- 14+
     , nullif(a.attidentity, '') AS identity
     , nullif(a.attgenerated, '') AS generated
     , nullif(a.attislocal, true) AS islocal
     , nullif(a.attinhcount, 0) AS inhcount
     , nullif(a.attstattarget, -1) AS stattarget
     , a.attoptions AS options
     , a.attfdwoptions AS fdwoptions
     , pg_catalog.hashtextextended(d.adbin::pg_catalog.text, 0) AS default
  FROM pg_catalog.pg_attribute AS a
  JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
 WHERE a.attnum > 0
   AND NOT a.attisdropped
   AND (c.relkind IN ('r', 'p', 'f', 'v', 'm', 'c') OR (c.relkind = 'S' AND a.attacl IS NOT NULL))
   AND c.relnamespace <> 'pg_catalog'::pg_catalog.regnamespace
   AND NOT pg_catalog.starts_with(n.nspname, 'pg_') AND n.nspname <> 'information_schema'
 ORDER BY a.attrelid, a.attnum
