-- Columns of relations, by relation. The stored default and the generation expression are the same tree.
SELECT a.attrelid
     , a.attnum
     , a.attname
     , a.atttypid
     , a.attnotnull
     , a.attacl
     , a.atttypmod AS typmod
     , a.attndims AS ndims
     , a.attcollation AS collation
     , a.attstorage AS storage
     , a.attcompression AS compression -- 14+
     , a.attidentity AS identity
     , a.attgenerated AS generated
     , a.attislocal AS islocal
     , a.attinhcount AS inhcount
     , a.attstattarget AS stattarget
     , a.attoptions AS options
     , a.attfdwoptions AS fdwoptions
     , pg_catalog.hashtextextended(d.adbin::pg_catalog.text, 0) AS default
  FROM pg_catalog.pg_attribute AS a
  JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
 WHERE a.attnum > 0
   AND NOT a.attisdropped
   AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S', 'c')
   AND NOT pg_catalog.starts_with(n.nspname, 'pg_') AND n.nspname <> 'information_schema'
 ORDER BY a.attrelid, a.attnum
