-- How many rows of which catalogs go with the views that the change drops, what others have added to them included. Runs under
-- search_path = pg_catalog.
WITH view AS (
      SELECT c.oid, c.reltype, t.typarray
        FROM unnest(ss_dropped_schemas, ss_dropped_names) AS v(schema, name)
        JOIN pg_namespace AS n ON n.nspname = v.schema
        JOIN pg_class AS c ON c.relnamespace = n.oid AND c.relname = v.name
        JOIN pg_type AS t ON t.oid = c.reltype
     ), part(catalog, oid) AS (
      SELECT 'pg_class'::regclass::oid, v.oid FROM view AS v
       UNION ALL
      SELECT 'pg_type'::regclass, unnest(ARRAY[v.reltype, v.typarray]) FROM view AS v
       UNION ALL
      SELECT 'pg_rewrite'::regclass, r.oid FROM view AS v JOIN pg_rewrite AS r ON r.ev_class = v.oid
       UNION ALL
      SELECT 'pg_trigger'::regclass, t.oid FROM view AS v JOIN pg_trigger AS t ON t.tgrelid = v.oid
       UNION ALL
      SELECT 'pg_attrdef'::regclass, f.oid FROM view AS v JOIN pg_attrdef AS f ON f.adrelid = v.oid
     )
SELECT p.catalog, count(*) AS rows
  FROM part AS p
 GROUP BY p.catalog
 UNION ALL
SELECT 'pg_attribute'::regclass, count(*)
  FROM view AS v
  JOIN pg_attribute AS a ON a.attrelid = v.oid
 UNION ALL
SELECT 'pg_description'::regclass, count(*)
  FROM part AS p
  JOIN pg_description AS d ON d.classoid = p.catalog AND d.objoid = p.oid
 UNION ALL
SELECT 'pg_seclabel'::regclass, count(*)
  FROM part AS p
  JOIN pg_seclabel AS l ON l.classoid = p.catalog AND l.objoid = p.oid
