-- The rows that a change had removed before it was rolled back: of each, its catalog and its object. The parameter is the detail of
-- the audit's error, which holds the objects that were left in each catalog in question; audit-rows stand before.
SELECT r.catalog, r.object
  FROM pg_catalog.jsonb_each(?::pg_catalog.jsonb -> 'left') AS l (catalog, objects)
  JOIN audit_rows AS r ON r.catalog = l.catalog
EXCEPT
SELECT l.catalog, o.value::pg_catalog.oid
  FROM pg_catalog.jsonb_each(?::pg_catalog.jsonb -> 'left') AS l (catalog, objects)
 CROSS JOIN LATERAL pg_catalog.jsonb_array_elements_text(l.objects) AS o (value)
 ORDER BY 1, 2
