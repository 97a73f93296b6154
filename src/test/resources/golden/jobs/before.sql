CREATE TABLE orders (id int);
CREATE TABLE "Order Items" (id int);
CREATE TABLE stays (id int);
-- As pg_cron has them.
CREATE SCHEMA cron;
CREATE TABLE cron.job (jobid bigint PRIMARY KEY, jobname text, command text, database text DEFAULT current_database(), username text DEFAULT current_user);
CREATE FUNCTION cron.alter_job(job_id bigint, schedule text DEFAULT NULL, command text DEFAULT NULL) RETURNS void
    LANGUAGE sql AS 'UPDATE cron.job AS j SET command = $3 WHERE j.jobid = $1';
INSERT INTO cron.job VALUES
    (1, 'it''s "night"', 'DELETE FROM public.orders; -- it''s all' || E'\r\n' || 'VACUUM "Order Items", stays'),
    (2, NULL, 'CALL gone(); INSERT INTO orders VALUES (E''\\'')'),
    (3, NULL, 'TABLE stays'),
    (9223372036854775807, NULL, 'TABLE ONLY orders');
INSERT INTO cron.job VALUES (4, NULL, 'TABLE orders', 'another');
