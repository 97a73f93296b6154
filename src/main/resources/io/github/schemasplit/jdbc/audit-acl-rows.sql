-- Whether a row r of the catalogs is one that holds an access control list that an operation of the plan is about. Runs under
-- search_path = pg_catalog.
       EXISTS (SELECT
                 FROM unnest(ss_acl_kinds, ss_acl_objects, ss_acl_columns, ss_acl_roles, ss_acl_types)
                      AS w(kind, object, number, role, type)
                WHERE w.object = r.object
                  AND r.catalog = CASE w.kind WHEN 'n' THEN 'pg_namespace'
                                              WHEN 'f' THEN 'pg_proc'
                                              WHEN 'T' THEN 'pg_type'
                                              WHEN 'c' THEN 'pg_attribute'
                                              WHEN 'd' THEN 'pg_default_acl'
                                              ELSE 'pg_class' END
                  AND (w.kind <> 'c' OR w.number = (r.image ->> 'attnum')::int2)
                  AND (w.kind <> 'd' OR w.type = r.image ->> 'defaclobjtype'
                                    AND w.role = (SELECT o.rolname FROM pg_roles AS o WHERE o.oid = (r.image ->> 'defaclrole')::oid)))
