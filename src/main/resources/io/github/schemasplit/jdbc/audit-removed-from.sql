-- The names of the catalogs in which this session has removed rows since it last reported, those apart that audit-removed
-- leaves out; and other than as many as go with the views that the plan drops, with the settings that it resets, and with the roles that it drops. Runs under search_path = pg_catalog.
SELECT array_agg(k.oid::regclass::text)
  FROM unnest(ss_catalogs) AS k(oid)
 WHERE pg_stat_get_xact_tuples_deleted(k.oid)
       <> coalesce((SELECT d.n FROM unnest(ss_dropped_catalogs, ss_dropped_rows) AS d(oid, n) WHERE d.oid = k.oid), 0)
          + CASE k.oid WHEN 'pg_db_role_setting'::regclass THEN ss_set_removed
                        WHEN 'pg_authid'::regclass THEN ss_roles_dropped
                        WHEN 'pg_auth_members'::regclass THEN ss_members_dropped
                        ELSE 0 END
   AND k.oid <> ALL (ss_removing)
