-- The constraints of the tables and domains that move, and where to. Runs under search_path = pg_catalog.
SELECT o.oid, k.target
  FROM unnest(ss_pg_class, ss_pg_class_to) AS k(oid, target)
  JOIN pg_constraint o ON o.conrelid = k.oid
 UNION ALL
SELECT o.oid, k.target
  FROM unnest(ss_pg_type, ss_pg_type_to) AS k(oid, target)
  JOIN pg_constraint o ON o.contypid = k.oid
