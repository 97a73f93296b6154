-- What a dump of a database does not restore unless it makes the database: what stands beside it, not in it.
-- Who provides its locale is known from version 15 on, and the locale's column has another name from 17 on.
SELECT d.datname
     , pg_catalog.pg_get_userbyid(d.datdba) AS owner
     , pg_catalog.pg_encoding_to_char(d.encoding) AS encoding
     , d.datcollate
     , d.datctype
     , CASE r.row ->> 'datlocprovider' WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END AS provider
     , COALESCE(r.row ->> 'datlocale', r.row ->> 'daticulocale') AS locale
     , r.row ->> 'daticurules' AS icu_rules
     , d.datconnlimit
     , t.spcname AS tablespace
     , pg_catalog.shobj_description(d.oid, 'pg_database') AS comment
     , d.oid
     , pg_catalog.current_setting('server_version') AS server_version
     , pg_catalog.current_setting('server_version_num')::pg_catalog.int4 AS server_version_num
     , pg_catalog.pg_database_size(d.oid) AS size
  FROM pg_catalog.pg_database AS d
  JOIN pg_catalog.pg_tablespace AS t ON t.oid = d.dattablespace
 CROSS JOIN LATERAL pg_catalog.to_jsonb(d) AS r (row)
 WHERE d.datname = pg_catalog.current_database()
