-- mapping.yml:2:3 Tar"get \ $1
CREATE SCHEMA "Tar""get \ $1" AUTHORIZATION postgres;
-- its command names what moves
SELECT cron.alter_job(job_id => 1, command => E'DELETE FROM "Tar""get \\ $1".orders; -- it''s all\r
VACUUM "Tar""get \\ $1"."Order Items", stays');
-- its command names what moves
SELECT cron.alter_job(job_id => 2, command => E'CALL gone(); INSERT INTO "Tar""get \\ $1".orders VALUES (E''\\\\'')');
-- its command names what moves
SELECT cron.alter_job(job_id => 9223372036854775807, command => E'TABLE ONLY "Tar""get \\ $1".orders');
-- mapping.yml:3:22 Order Items
ALTER TABLE public."Order Items" SET SCHEMA "Tar""get \ $1";
-- mapping.yml:3:14 orders
ALTER TABLE public.orders SET SCHEMA "Tar""get \ $1";
