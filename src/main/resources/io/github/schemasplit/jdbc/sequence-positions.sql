-- How far the sequences are that were used. Those that begin again at their end may be anywhere later, and are left out.
SELECT n.nspname
     , c.relname
     , s.seqincrement > 0 AS ascending
     , p.position
  FROM pg_catalog.pg_sequence AS s
  JOIN pg_catalog.pg_class AS c ON c.oid = s.seqrelid
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
 CROSS JOIN LATERAL pg_catalog.pg_sequence_last_value(c.oid) AS p (position)
 WHERE NOT s.seqcycle
   AND c.relpersistence <> 't'
   AND p.position IS NOT NULL
   AND NOT EXISTS (
       SELECT
         FROM pg_catalog.pg_depend AS d
        WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
          AND d.objid = c.oid
          AND d.deptype = 'e')
 ORDER BY 1, 2
