-- The rows that were gone in a change before it was rolled back: of each, its catalog and its object. The parameter, three times, is
-- the detail of the audit's error, which holds the objects that were left in each catalog in question, and keys of rows that
-- were not there; audit-rows stand before.
(SELECT r.catalog, r.object
   FROM pg_catalog.jsonb_each(?::pg_catalog.jsonb -> 'left') AS l (catalog, objects)
   JOIN audit_rows AS r ON r.catalog = l.catalog
 EXCEPT
 SELECT l.catalog, o.value::pg_catalog.oid
   FROM pg_catalog.jsonb_each(?::pg_catalog.jsonb -> 'left') AS l (catalog, objects)
  CROSS JOIN LATERAL pg_catalog.jsonb_array_elements_text(l.objects) AS o (value))
UNION ALL
SELECT pg_catalog.split_part(g.value, ' ', 1), pg_catalog.split_part(g.value, ' ', 2)::pg_catalog.oid
  FROM pg_catalog.jsonb_array_elements_text(coalesce(nullif(?::pg_catalog.jsonb -> 'gone', 'null'), '[]')) AS g (value)
 ORDER BY 1, 2
 LIMIT 50
