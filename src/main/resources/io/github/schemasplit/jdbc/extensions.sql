-- Installed extensions; of Citus, the tables that it distributes, which only a query that is made at run time can ask for where there is
-- no Citus.
SELECT e.oid
     , e.extname
     , n.nspname
     , e.extversion
     , CASE WHEN e.extname = 'citus' AND pg_catalog.to_regclass('pg_catalog.pg_dist_partition') IS NOT NULL
            THEN pg_catalog.xpath('/table/row/oid/text()', pg_catalog.query_to_xml(
                     'SELECT logicalrelid::oid AS oid FROM pg_catalog.pg_dist_partition ORDER BY 1', false, false, ''
                 ))::pg_catalog.text[]::pg_catalog.int8[]
            ELSE '{}' END AS distributed
     , e.extowner AS owner
     , e.extrelocatable AS relocatable
     , e.extconfig AS config
     , e.extcondition AS condition
     , p.list AS init_privs
  FROM pg_catalog.pg_extension AS e
  JOIN pg_catalog.pg_namespace AS n ON n.oid = e.extnamespace
  LEFT JOIN (
        SELECT d.refobjid
             , pg_catalog.array_agg(ROW(i.classoid, i.objoid, i.objsubid, i.privtype, i.initprivs)::pg_catalog.text
                                    ORDER BY i.classoid, i.objoid, i.objsubid) AS list
          FROM pg_catalog.pg_init_privs AS i
          JOIN pg_catalog.pg_depend AS d ON d.classid = i.classoid AND d.objid = i.objoid AND d.deptype = 'e'
         GROUP BY d.refobjid
       ) AS p ON p.refobjid = e.oid
 ORDER BY e.extname COLLATE "C", e.oid
