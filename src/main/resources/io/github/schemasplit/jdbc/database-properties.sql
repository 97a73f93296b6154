-- What a dump of a database does not restore unless it makes the database: what stands beside it, not in it.
SELECT d.datname
     , pg_catalog.pg_get_userbyid(d.datdba) AS owner
     , pg_catalog.pg_encoding_to_char(d.encoding) AS encoding
     , d.datcollate
     , d.datctype
     , pg_catalog.shobj_description(d.oid, 'pg_database') AS comment
     , d.oid
     , pg_catalog.current_setting('server_version') AS server_version
     , pg_catalog.current_setting('server_version_num')::pg_catalog.int4 AS server_version_num
     , pg_catalog.pg_database_size(d.oid) AS size
  FROM pg_catalog.pg_database AS d
 WHERE d.datname = pg_catalog.current_database()
