SELECT c.key, c.value
  FROM pg_catalog.json_each_text(?::json) AS c
 WHERE c.key ~ '^[A-Za-z_][A-Za-z0-9_$]*$'
   AND c.value IS NOT NULL
 ORDER BY c.key
