-- The rows of catalogs that make the journal, by catalog and OID: its schema, its table, what the table has, and comments on them.
-- Runs under search_path = pg_catalog.
SELECT k.catalog || ' ' || o.oid
  FROM (
        SELECT c.oid
          FROM pg_class AS c
         WHERE c.relnamespace = ss_journal
        UNION ALL
        SELECT c.reltoastrelid
          FROM pg_class AS c
         WHERE c.relnamespace = ss_journal
        UNION ALL
        SELECT i.indexrelid
          FROM pg_class AS c
          JOIN pg_index AS i ON i.indrelid = c.reltoastrelid
         WHERE c.relnamespace = ss_journal
        UNION ALL
        SELECT ss_journal
       ) AS o
 CROSS JOIN unnest('{pg_class,pg_attribute,pg_attrdef,pg_index,pg_namespace,pg_description}'::text[]) AS k(catalog)
 UNION ALL
SELECT 'pg_type ' || t.oid
  FROM pg_type AS t
 WHERE t.typnamespace = ss_journal
 UNION ALL
SELECT 'pg_type ' || toast.reltype
  FROM pg_class AS c
  JOIN pg_class AS toast ON toast.oid = c.reltoastrelid
 WHERE c.relnamespace = ss_journal
 UNION ALL
SELECT 'pg_constraint ' || o.oid
  FROM pg_constraint AS o
 WHERE o.connamespace = ss_journal
 UNION ALL
SELECT 'pg_trigger ' || t.oid
  FROM pg_trigger AS t
  JOIN pg_class AS c ON c.oid = t.tgrelid
 WHERE c.relnamespace = ss_journal
