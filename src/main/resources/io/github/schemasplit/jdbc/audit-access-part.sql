-- Whether a row r of the catalogs is one that audit-access-parts has listed. Runs under search_path = pg_catalog.
       concat_ws(' ', r.catalog, r.object, r.image ->> 'attnum', r.image ->> 'defaclrole', r.image ->> 'defaclobjtype', r.image ->> 'classoid')
       IN (SELECT p.key FROM unnest(ss_access_parts) AS p(key))
