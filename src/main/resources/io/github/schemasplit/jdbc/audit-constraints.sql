-- The constraints of the tables and domains that move, and where to; for before they do. The server moves those that are in the schema
-- of their table or domain; on PostgreSQL 13, a foreign key that a partition has from its parent is in the parent's.
-- Runs under search_path = pg_catalog.
SELECT o.oid, k.target
  FROM unnest(ss_pg_class, ss_pg_class_to) AS k(oid, target)
  JOIN pg_class c ON c.oid = k.oid
  JOIN pg_constraint o ON o.conrelid = k.oid AND o.connamespace = c.relnamespace
 UNION ALL
SELECT o.oid, k.target
  FROM unnest(ss_pg_type, ss_pg_type_to) AS k(oid, target)
  JOIN pg_type t ON t.oid = k.oid
  JOIN pg_constraint o ON o.contypid = k.oid AND o.connamespace = t.typnamespace
