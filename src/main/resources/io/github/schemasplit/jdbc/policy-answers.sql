-- The answers to the questions about expressions of policies, and the expressions of policies that are there.
SELECT a.relation
     , a.place
     , a.kind
     , a.text
     , NULL AS more
  FROM pg_catalog.jsonb_to_recordset(pg_catalog.current_setting('schemasplit.answers')::pg_catalog.jsonb)
       AS a(relation pg_catalog.oid, place pg_catalog.int4, kind pg_catalog.text, text pg_catalog.text)
UNION ALL
SELECT p.oid
     , NULL
     , 's'
     , pg_catalog.pg_get_expr(p.polqual, p.polrelid)
     , pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)
  FROM pg_catalog.pg_policy AS p
 WHERE p.oid = ANY (?::pg_catalog.oid[])
 ORDER BY 1, 2
