-- pg_cron's jobs in this database, active or not, and whether we may give each another command. Their names came with version 1.3,
-- cron.alter_job with 1.4. It takes a superuser, if those may have jobs, or the job's own role, which is granted the function. The
-- function runs with our rights: only of an owner who has them too, and only where no other of its name may be meant. A job that
-- pg_cron runs on another server, by its node, is not of this database. Settings that we may not see are no rows of pg_settings.
SELECT j.jobid
     , pg_catalog.to_jsonb(j) ->> 'jobname' AS name
     , j.command
     , j.username
     , (SELECT pg_catalog.count(*) = 1
               AND pg_catalog.bool_and(
                       p.prokind = 'f'
                       AND p.proargnames[1] = 'job_id'
                       AND 'command' = ANY (p.proargnames)
                       AND p.pronargs - p.pronargdefaults <= 1
                       AND pg_catalog.has_function_privilege(p.oid, 'EXECUTE')
                       AND pg_catalog.pg_has_role(p.proowner, CURRENT_USER, 'USAGE'))
          FROM pg_catalog.pg_proc AS p
          JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
         WHERE n.nspname = 'cron'
           AND p.proname = 'alter_job')
       AND CASE WHEN (SELECT r.rolsuper FROM pg_catalog.pg_roles AS r WHERE r.rolname = CURRENT_USER)
                THEN NOT EXISTS (SELECT
                                   FROM pg_catalog.pg_settings AS s
                                  WHERE s.name = 'cron.enable_superuser_jobs'
                                    AND s.setting = 'off')
                ELSE j.username = CURRENT_USER
           END
       AND (EXISTS (SELECT FROM pg_catalog.pg_settings AS s WHERE s.name = 'cron.use_background_workers' AND s.setting = 'on')
            OR coalesce(pg_catalog.to_jsonb(j) ->> 'nodeport' = pg_catalog.current_setting('port'), true)
               AND (coalesce(pg_catalog.to_jsonb(j) ->> 'nodename', '') IN ('', 'localhost', '127.0.0.1', '::1')
                    OR pg_catalog.starts_with(pg_catalog.to_jsonb(j) ->> 'nodename', '/')
                    OR pg_catalog.to_jsonb(j) ->> 'nodename' = (SELECT s.setting FROM pg_catalog.pg_settings AS s WHERE s.name = 'cron.host')))
       AS alterable
  FROM cron.job AS j
 WHERE j.database = pg_catalog.current_database()
 ORDER BY j.jobid
