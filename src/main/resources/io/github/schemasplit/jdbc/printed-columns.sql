-- The columns of tables, views and composite types of some schemas: their types, and where values come from that nobody gives.
SELECT a.attrelid
     , a.attnum
     , pg_catalog.format_type(a.atttypid, a.atttypmod) AS type
     , a.attgenerated::pg_catalog.text AS generated
     , a.attidentity::pg_catalog.text AS identity
     , pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS expression
  FROM pg_catalog.pg_attribute AS a
  JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
 WHERE a.attnum > 0
   AND NOT a.attisdropped
   AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'c')
   AND n.nspname = ANY (?::pg_catalog.text[])
 ORDER BY a.attrelid, a.attnum
