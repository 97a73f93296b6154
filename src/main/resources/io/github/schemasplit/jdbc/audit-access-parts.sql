-- The rows of catalogs that operations on access and on row security may write: each by its catalog and OID; that of a column by its number
-- besides, of default privileges by their role and kind, of a comment by the catalog of what it is on. Runs under
-- search_path = pg_catalog.
SELECT CASE w.kind WHEN 'n' THEN 'pg_namespace ' || w.object
                   WHEN 'f' THEN 'pg_proc ' || w.object
                   WHEN 'T' THEN 'pg_type ' || w.object
                   WHEN 'c' THEN 'pg_attribute ' || w.object || ' ' || w.number
                   WHEN 'd' THEN 'pg_default_acl ' || w.object || ' ' || r.oid || ' ' || w.type
                   ELSE 'pg_class ' || w.object END
  FROM unnest(ss_acl_kinds, ss_acl_objects, ss_acl_columns, ss_acl_roles, ss_acl_types) AS w(kind, object, number, role, type)
  LEFT JOIN pg_roles AS r ON r.rolname = w.role
 UNION ALL
SELECT 'pg_class ' || w.relation
  FROM jsonb_to_recordset(ss_walls) AS w(relation oid)
 UNION ALL
SELECT unnest(ARRAY['pg_policy ' || p.oid, 'pg_description ' || p.oid || ' ' || 'pg_policy'::regclass::oid])
  FROM jsonb_to_recordset(ss_policies) AS w(relation oid, name name)
  JOIN pg_policy AS p ON p.polrelid = w.relation AND p.polname = w.name
