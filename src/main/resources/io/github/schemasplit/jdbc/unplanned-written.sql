-- What is different about rows that a change has written and that was rolled back: of each row, its catalog, its object, its name if
-- it has one, and the columns in which it differs from the row that it was; NULL when there was none. The row that it was is the
-- one of the same object and OID that is most like it. The parameter is the detail of the audit's error; audit-rows stand before.
SELECT w.catalog
     , w.object
     , (SELECT n.value FROM pg_catalog.jsonb_each_text(w.image) AS n WHERE n.key LIKE '%name' ORDER BY n.key LIMIT 1) AS name
     , old.columns
  FROM pg_catalog.jsonb_to_recordset(?::pg_catalog.jsonb -> 'written') AS w (catalog pg_catalog.text, object pg_catalog.oid, image pg_catalog.jsonb)
  LEFT JOIN LATERAL (
        SELECT ARRAY(SELECT c.key
                       FROM pg_catalog.jsonb_each(w.image) AS c
                      WHERE c.value IS DISTINCT FROM r.image -> c.key
                      ORDER BY c.key) AS columns
          FROM audit_rows AS r
         WHERE r.catalog = w.catalog
           AND r.object = w.object
           AND r.image -> 'oid' IS NOT DISTINCT FROM w.image -> 'oid'
         ORDER BY pg_catalog.cardinality(ARRAY(SELECT 1 FROM pg_catalog.jsonb_each(w.image) AS c
                                                WHERE c.value IS DISTINCT FROM r.image -> c.key))
         LIMIT 1
       ) AS old ON true
 ORDER BY w.catalog, w.object, old.columns
