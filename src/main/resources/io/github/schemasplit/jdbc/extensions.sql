-- Installed extensions.
SELECT e.oid
     , e.extname
     , n.nspname
     , e.extversion
     , e.extowner AS owner
     , e.extrelocatable AS relocatable
     , e.extconfig AS config
     , e.extcondition AS condition
  FROM pg_catalog.pg_extension AS e
  JOIN pg_catalog.pg_namespace AS n ON n.oid = e.extnamespace
 ORDER BY e.extname COLLATE "C", e.oid
