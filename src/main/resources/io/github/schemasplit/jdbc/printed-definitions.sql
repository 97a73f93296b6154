-- What the server prints of other definitions in some schemas: with the catalog and the OID, one or two texts, and the labels of enums.
-- Indexes that a constraint has made are left out, and indexes and triggers of partitions that their table's have made.
WITH schema AS (
    SELECT oid
      FROM pg_catalog.pg_namespace
     WHERE nspname = ANY (?::pg_catalog.text[])
)
SELECT 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid AS catalog
     , c.oid
     , pg_catalog.pg_get_partkeydef(c.oid) AS first
     , pg_catalog.pg_get_expr(c.relpartbound, c.oid) AS second
     , NULL::pg_catalog.text[] AS labels
  FROM pg_catalog.pg_class AS c
 WHERE c.relnamespace IN (SELECT oid FROM schema)
   AND (c.relkind = 'p' OR c.relispartition AND c.relkind IN ('r', 'f'))
 UNION ALL
SELECT 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid, i.indexrelid
     , pg_catalog.pg_get_indexdef(i.indexrelid), CASE WHEN NOT i.indisvalid THEN 'not valid' END, NULL
  FROM pg_catalog.pg_index AS i
  JOIN pg_catalog.pg_class AS c ON c.oid = i.indrelid
 WHERE c.relnamespace IN (SELECT oid FROM schema)
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_inherits AS h WHERE h.inhrelid = i.indexrelid)
 UNION ALL
SELECT 'pg_catalog.pg_trigger'::pg_catalog.regclass::pg_catalog.oid, t.oid
     , pg_catalog.pg_get_triggerdef(t.oid)
     , CASE t.tgenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'on replicas only' WHEN 'A' THEN 'on replicas, too' END, NULL
  FROM pg_catalog.pg_trigger AS t
  JOIN pg_catalog.pg_class AS c ON c.oid = t.tgrelid
 WHERE c.relnamespace IN (SELECT oid FROM schema)
   AND NOT t.tgisinternal
   AND t.tgparentid = 0
 UNION ALL
SELECT 'pg_catalog.pg_constraint'::pg_catalog.regclass::pg_catalog.oid, k.oid, pg_catalog.pg_get_constraintdef(k.oid), NULL, NULL
  FROM pg_catalog.pg_constraint AS k
  JOIN pg_catalog.pg_class AS c ON c.oid = k.conrelid
 WHERE c.relnamespace IN (SELECT oid FROM schema)
   AND k.contype IN ('c', 'f', 'p', 'u', 'x')
 UNION ALL
SELECT 'pg_catalog.pg_policy'::pg_catalog.regclass::pg_catalog.oid, p.oid
     , pg_catalog.pg_get_expr(p.polqual, p.polrelid), pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid), NULL
  FROM pg_catalog.pg_policy AS p
  JOIN pg_catalog.pg_class AS c ON c.oid = p.polrelid
 WHERE c.relnamespace IN (SELECT oid FROM schema)
 UNION ALL
SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass::pg_catalog.oid, p.oid
     , pg_catalog.pg_get_function_arguments(p.oid), pg_catalog.pg_get_function_result(p.oid), NULL
  FROM pg_catalog.pg_proc AS p
 WHERE p.pronamespace IN (SELECT oid FROM schema)
 UNION ALL
SELECT 'pg_catalog.pg_type'::pg_catalog.regclass::pg_catalog.oid, t.oid
     , pg_catalog.format_type(coalesce(nullif(t.typbasetype, 0), r.rngsubtype), t.typtypmod)
     , CASE WHEN t.typtype = 'd' THEN
           (SELECT pg_catalog.string_agg(d.text, ' ' ORDER BY d.place, d.text COLLATE "C")
              FROM (
                    SELECT 1 AS place, 'DEFAULT ' || pg_catalog.pg_get_expr(t.typdefaultbin, 0) AS text
                     WHERE t.typdefaultbin IS NOT NULL
                     UNION ALL
                    SELECT 2, 'NOT NULL'
                     WHERE t.typnotnull
                     UNION ALL
                    SELECT 3, pg_catalog.pg_get_constraintdef(k.oid)
                      FROM pg_catalog.pg_constraint AS k
                     WHERE k.contypid = t.oid
                       AND k.contype = 'c'
                   ) AS d) END
     , (SELECT pg_catalog.array_agg(e.enumlabel::pg_catalog.text ORDER BY e.enumsortorder) FROM pg_catalog.pg_enum AS e WHERE e.enumtypid = t.oid)
  FROM pg_catalog.pg_type AS t
  LEFT JOIN pg_catalog.pg_range AS r ON r.rngtypid = t.oid
 WHERE t.typnamespace IN (SELECT oid FROM schema)
   AND t.typtype IN ('d', 'e', 'r')
 ORDER BY 1, 2
