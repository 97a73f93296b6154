-- The tables whose rows a dump has, with their sizes without indexes. Those of an extension are not among them.
SELECT n.nspname
     , c.relname
     , pg_catalog.pg_table_size(c.oid) AS size
  FROM pg_catalog.pg_class AS c
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
 WHERE c.relkind = 'r'
   AND c.relpersistence <> 't'
   AND n.nspname <> 'information_schema'
   AND NOT pg_catalog.starts_with(n.nspname, 'pg_')
   AND NOT EXISTS (
       SELECT
         FROM pg_catalog.pg_depend AS d
        WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
          AND d.objid = c.oid
          AND d.deptype = 'e')
 ORDER BY 1, 2
