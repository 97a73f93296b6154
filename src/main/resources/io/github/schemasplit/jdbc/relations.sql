-- Tables, views, sequences and composite types, with what their kind's own catalog holds.
-- Not among the attributes: figures of VACUUM and ANALYZE, flags that are cleared late (relhasindex and the like) and
-- relfilenode. A TOAST table has no name for users; its storage parameters belong to the table.
SELECT c.oid
     , n.nspname
     , c.relname
     , c.relkind
     , pg_catalog.pg_get_userbyid(c.relowner) AS owner
     , nullif(c.relacl, pg_catalog.acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner))
     , c.relpersistence = 't' AS temporary
     , c.relpersistence = 'u' AS unlogged
     , c.relispartition
     , c.relrowsecurity
     , c.relforcerowsecurity
     , CASE WHEN c.relkind = 'v' AND c.reloptions IS NOT NULL
            THEN EXISTS (SELECT FROM pg_catalog.pg_options_to_table(c.reloptions) AS o
                          WHERE o.option_name = 'security_invoker' AND o.option_value::pg_catalog.bool)
            ELSE false END AS security_invoker
     , i.parents
     , CASE WHEN c.relkind = 'f' THEN (SELECT f.ftoptions FROM pg_catalog.pg_foreign_table AS f WHERE f.ftrelid = c.oid) END
     , CASE WHEN c.relkind = 'p' OR c.reltuples = 0 AND c.relpages = 0 THEN -1 ELSE c.reltuples::pg_catalog.int8 END AS rows -- before 14
     , CASE WHEN c.relkind = 'p' THEN -1 ELSE c.reltuples::pg_catalog.int8 END AS rows -- 14+
     , greatest(c.relpages, 0) * pg_catalog.current_setting('block_size')::pg_catalog.int8 AS bytes
     , c.relpersistence AS persistence
     , c.reltype AS rowtype
     , c.reloftype AS oftype
     , c.relam AS am
     , c.reltablespace AS tablespace
     , c.relreplident AS replident
     , c.relispopulated AS ispopulated
     , c.reloptions AS options
     , toast.reloptions AS toast_options
     , pg_catalog.hashtextextended(c.relpartbound::pg_catalog.text, 0) AS partbound
     , i.detaching
     , p.partstrat
     , p.partdefid
     , p.partattrs
     , p.partclass
     , p.partcollation
     , pg_catalog.hashtextextended(p.partexprs::pg_catalog.text, 0) AS partexprs
     , s.seqtypid
     , s.seqstart
     , s.seqincrement
     , s.seqmax
     , s.seqmin
     , s.seqcache
     , s.seqcycle
     , CASE WHEN c.relkind = 'f' THEN (SELECT f.ftserver FROM pg_catalog.pg_foreign_table AS f WHERE f.ftrelid = c.oid) END AS ftserver
  FROM pg_catalog.pg_class AS c
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  LEFT JOIN (
        SELECT inhrelid
             , pg_catalog.array_agg(inhparent ORDER BY inhseqno) AS parents
             , false AS detaching -- before 14
             , pg_catalog.bool_or(inhdetachpending) AS detaching -- 14+
          FROM pg_catalog.pg_inherits
         GROUP BY inhrelid
       ) AS i ON i.inhrelid = c.oid
  LEFT JOIN pg_catalog.pg_class AS toast ON toast.oid = c.reltoastrelid AND toast.reloptions IS NOT NULL
  LEFT JOIN pg_catalog.pg_partitioned_table AS p ON p.partrelid = c.oid
  LEFT JOIN pg_catalog.pg_sequence AS s ON s.seqrelid = c.oid
 WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S', 'c')
   AND NOT pg_catalog.starts_with(n.nspname, 'pg_') AND n.nspname <> 'information_schema'
 ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C", c.oid
