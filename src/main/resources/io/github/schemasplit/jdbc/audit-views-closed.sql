-- The views that the change closes and on which, after its operations, somebody holds something. Runs under search_path = pg_catalog.
SELECT array_agg(format('view %I.%I: pg_class.relacl', v.schema, v.name))
  FROM unnest(ss_closed_schemas, ss_closed_names) AS v(schema, name)
  LEFT JOIN pg_namespace AS n ON n.nspname = v.schema
  LEFT JOIN pg_class AS c ON c.relnamespace = n.oid AND c.relname = v.name
 WHERE ss_pass = 4
   AND (c.relacl IS NULL
        OR cardinality(c.relacl) > 0
        OR EXISTS (SELECT FROM pg_attribute AS t WHERE t.attrelid = c.oid AND t.attacl IS NOT NULL))
