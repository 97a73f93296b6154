-- The answers to the questions about expressions of policies.
SELECT a.kind
     , a.object
     , a.place
     , a.text
     , a.printed
  FROM pg_catalog.jsonb_to_recordset(pg_catalog.current_setting('schemasplit.answers')::pg_catalog.jsonb)
       AS a(kind pg_catalog.text, object pg_catalog.oid, place pg_catalog.int4, text pg_catalog.text, printed pg_catalog.text)
 ORDER BY a.object, a.place
