SELECT a.attname,
       pg_catalog.format_type(a.atttypid, a.atttypmod),
       a.attgenerated = '' AND a.attidentity <> 'a',
       coalesce(a.attnum = ANY (k.indkey), false)
  FROM pg_catalog.pg_attribute AS a
  LEFT JOIN pg_catalog.pg_index AS k ON k.indrelid = a.attrelid AND k.indisprimary
 WHERE a.attrelid = ?::regclass
   AND a.attnum > 0
   AND NOT a.attisdropped
 ORDER BY a.attnum
