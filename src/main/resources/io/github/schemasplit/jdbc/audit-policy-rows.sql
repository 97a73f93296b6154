-- Whether a row r of the catalogs is of a policy, or of a table's row security, that an operation of the plan is about. Runs under
-- search_path = pg_catalog.
       CASE r.catalog
       WHEN 'pg_policy' THEN EXISTS (SELECT
                                       FROM jsonb_to_recordset(ss_policies) AS w(relation oid, name name)
                                      WHERE w.relation = (r.image ->> 'polrelid')::oid AND w.name = (r.image ->> 'polname')::name)
       WHEN 'pg_description' THEN (r.image ->> 'classoid')::oid = 'pg_policy'::regclass
                                  AND r.object IN (SELECT p.oid
                                                     FROM jsonb_to_recordset(ss_policies) AS w(relation oid, name name)
                                                     JOIN pg_policy AS p ON p.polrelid = w.relation AND p.polname = w.name)
       WHEN 'pg_class' THEN r.object IN (SELECT w.relation FROM jsonb_to_recordset(ss_walls) AS w(relation oid))
       ELSE false END
