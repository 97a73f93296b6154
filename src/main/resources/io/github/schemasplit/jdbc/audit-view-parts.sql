-- The rows of catalogs that make the views which the change makes, closes or opens, by catalog and OID. Runs under search_path = pg_catalog.
WITH view AS (
      SELECT c.oid, c.reltype
        FROM unnest(ss_written_schemas, ss_written_names) AS v(schema, name)
        JOIN pg_namespace AS n ON n.nspname = v.schema
        JOIN pg_class AS c ON c.relnamespace = n.oid AND c.relname = v.name
       WHERE c.relkind = 'v'
     )
SELECT k.catalog || ' ' || v.oid
  FROM view AS v
 CROSS JOIN unnest('{pg_class,pg_attribute,pg_description}'::text[]) AS k(catalog)
 UNION ALL
SELECT 'pg_type ' || t.oid
  FROM view AS v
  JOIN pg_type AS t ON t.oid = v.reltype OR t.typelem = v.reltype
 UNION ALL
SELECT 'pg_rewrite ' || r.oid
  FROM view AS v
  JOIN pg_rewrite AS r ON r.ev_class = v.oid
