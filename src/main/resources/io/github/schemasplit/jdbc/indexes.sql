-- Indexes; their columns can have statistics targets and operator class parameters. indcheckxmin is volatile. An expression is column 0,
-- and an index that is not valid leads nowhere.
SELECT c.oid
     , n.nspname
     , c.relname
     , i.indrelid
     , CASE WHEN i.indisvalid THEN i.indkey[0] ELSE 0 END AS leading
     , i.indnkeyatts AS nkeyatts
     , i.indisunique AS isunique
     , i.indnullsnotdistinct AS nullsnotdistinct -- 15+
     , nullif(i.indisprimary, false) AS isprimary
     , nullif(i.indisexclusion, false) AS isexclusion
     , nullif(i.indimmediate, true) AS immediate
     , nullif(i.indisclustered, false) AS isclustered
     , nullif(i.indisvalid, true) AS isvalid
     , nullif(i.indisready, true) AS isready
     , nullif(i.indislive, true) AS islive
     , nullif(i.indisreplident, false) AS isreplident
     , i.indkey AS key
     , i.indcollation AS collation
     , i.indclass AS class
     , i.indoption AS option
     , pg_catalog.hashtextextended(i.indexprs::pg_catalog.text, 0) AS exprs
     , pg_catalog.hashtextextended(i.indpred::pg_catalog.text, 0) AS predicate
     , c.relkind AS kind
     , c.relam AS am
     , nullif(c.reltablespace, 0) AS tablespace
     , c.relpersistence AS persistence
     , c.reloptions AS options
     , parent.inhparent AS parent
     , a.columns
  FROM pg_catalog.pg_index AS i
  JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_inherits AS parent ON parent.inhrelid = c.oid
  LEFT JOIN (
        SELECT attrelid
             , pg_catalog.string_agg(pg_catalog.concat_ws(' ', attnum, attstattarget, attoptions), ', ' ORDER BY attnum)
                   AS columns
          FROM pg_catalog.pg_attribute
         WHERE attnum > 0 AND (attstattarget >= 0 OR attoptions IS NOT NULL)
         GROUP BY attrelid
       ) AS a ON a.attrelid = c.oid
 WHERE NOT pg_catalog.starts_with(n.nspname, 'pg_') AND n.nspname <> 'information_schema'
 ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C", c.oid
