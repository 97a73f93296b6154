-- What is different about rows that a change has written and that was rolled back: of each row, its catalog, its object, its name if
-- it has one, the columns in which it differs from the row that it was, NULL when there was none, the catalog that a comment is
-- about, and the body and the settings if it is a routine. Where in a statement, long forgotten, a default stood is no difference. The row that it was is the one of the same object and OID that is most like it. The parameter is the detail of the audit's
-- error; audit-rows stand before.
SELECT w.catalog
     , w.object
     , (SELECT n.value FROM pg_catalog.jsonb_each_text(w.image) AS n WHERE n.key LIKE '%name' ORDER BY n.key LIMIT 1) AS name
     , old.columns
     , coalesce((w.image ->> 'classoid')::pg_catalog.oid, 0) AS about
     , w.image ->> 'prosrc' AS body
     , ARRAY(SELECT s.setting
               FROM pg_catalog.jsonb_array_elements_text(nullif(w.image -> 'proconfig', 'null')) WITH ORDINALITY AS s (setting, n)
              ORDER BY s.n) AS settings
  FROM pg_catalog.jsonb_to_recordset(coalesce(nullif(?::pg_catalog.jsonb -> 'written', 'null'), '[]')) AS w (catalog pg_catalog.text, object pg_catalog.oid, image pg_catalog.jsonb)
  LEFT JOIN LATERAL (
        SELECT ARRAY(SELECT c.key
                       FROM pg_catalog.jsonb_each(w.image) AS c
                      WHERE CASE c.key WHEN 'proargdefaults' THEN
                            pg_catalog.regexp_replace(c.value::pg_catalog.text, ':location -?[0-9]+', '', 'g')
                            <> pg_catalog.regexp_replace((r.image -> c.key)::pg_catalog.text, ':location -?[0-9]+', '', 'g')
                            ELSE c.value IS DISTINCT FROM r.image -> c.key END
                      ORDER BY c.key) AS columns
          FROM audit_rows AS r
         WHERE r.catalog = w.catalog
           AND r.object = w.object
           AND (r.image -> 'oid', r.image -> 'attnum', r.image -> 'classoid', r.image -> 'objsubid')
               IS NOT DISTINCT FROM (w.image -> 'oid', w.image -> 'attnum', w.image -> 'classoid', w.image -> 'objsubid')
         ORDER BY pg_catalog.cardinality(ARRAY(SELECT 1 FROM pg_catalog.jsonb_each(w.image) AS c
                                                WHERE c.value IS DISTINCT FROM r.image -> c.key))
         LIMIT 1
       ) AS old ON true
 ORDER BY w.catalog, w.object, old.columns
