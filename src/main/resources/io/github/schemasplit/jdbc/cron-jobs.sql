-- pg_cron's jobs in this database, active or not. Their names came with version 1.3.
SELECT j.jobid
     , pg_catalog.to_jsonb(j) ->> 'jobname' AS name
     , j.command
     , j.username
  FROM cron.job AS j
 WHERE j.database = pg_catalog.current_database()
 ORDER BY j.jobid
