-- Installed extensions.
SELECT e.oid
     , e.extname
     , n.nspname
     , e.extversion
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
