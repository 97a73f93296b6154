-- The columns of the journal's table, as name, owner of the table, whether the current role may read it.
SELECT a.attname,
       pg_catalog.pg_get_userbyid(c.relowner) AS owner,
       pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT') AS readable
  FROM pg_catalog.pg_namespace n
  JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid
  JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
 WHERE n.nspname = ?
   AND c.relname = 'migration'
   AND c.relkind = 'r'
   AND a.attnum > 0
   AND NOT a.attisdropped
 ORDER BY a.attnum
