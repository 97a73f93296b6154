-- mapping.yml:3:14 orders
ALTER TABLE "Tar""get \ $1".orders SET SCHEMA public;
-- mapping.yml:3:22 Order Items
ALTER TABLE "Tar""get \ $1"."Order Items" SET SCHEMA public;
-- its command names what moves
SELECT cron.alter_job(job_id => 9223372036854775807, command => 'TABLE ONLY orders');
-- its command names what moves
SELECT cron.alter_job(job_id => 2, command => E'CALL gone(); INSERT INTO orders VALUES (E''\\\\'')');
-- its command names what moves
SELECT cron.alter_job(job_id => 1, command => E'DELETE FROM public.orders; -- it''s all\r
VACUUM "Order Items", stays');
-- mapping.yml:2:3 Tar"get \ $1
DROP SCHEMA "Tar""get \ $1" RESTRICT;
