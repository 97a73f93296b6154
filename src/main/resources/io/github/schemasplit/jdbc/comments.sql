-- Comments on objects of the catalogs that the parameter lists. Those that initdb made on its own objects are left out;
-- schema public and extension plpgsql are of initdb's too, but users own them.
SELECT d.classoid
     , d.objoid
     , d.objsubid
     , d.description
  FROM pg_catalog.pg_description AS d
 WHERE d.classoid = ANY (?::pg_catalog.oid[])
   AND (d.objoid >= 16384
        OR d.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
        OR d.classoid = 'pg_catalog.pg_extension'::pg_catalog.regclass)
UNION ALL
SELECT d.classoid
     , d.objoid
     , 0
     , d.description
  FROM pg_catalog.pg_shdescription AS d
 WHERE d.classoid = 'pg_catalog.pg_authid'::pg_catalog.regclass
 ORDER BY 1, 2, 3
