-- The tables of a name that have a column and that the role may read, in one schema or, where that is empty, in all.
SELECT pg_catalog.format('%I.%I', n.nspname, c.relname)
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = ? AND NOT a.attisdropped
WHERE c.relname = ?
  AND n.nspname = coalesce(nullif(?, ''), n.nspname)
  AND c.relkind = 'r'
  AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
  AND pg_catalog.has_table_privilege(c.oid, 'SELECT')
ORDER BY 1
