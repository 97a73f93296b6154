-- the old name of materialized view public.stored
DROP VIEW public.stored;
-- all that it reads goes there
ALTER MATERIALIZED VIEW shop.stored SET SCHEMA public;
-- the old name of view public.totals
DROP VIEW public.totals;
-- all that it reads goes there
ALTER VIEW shop.totals SET SCHEMA public;
-- the old name of table public.orders
DROP VIEW public.orders;
-- mapping.yml:3:14 orders
ALTER TABLE shop.orders SET SCHEMA public;
-- mapping.yml:5:22 left_alone
ALTER TABLE history.left_alone SET SCHEMA public;
-- the old name of table public.invoices
DROP VIEW public.invoices;
-- mapping.yml:3:33 invoices
ALTER TABLE shop.invoices SET SCHEMA public;
-- the old name of table public.events_2
DROP VIEW public.events_2;
-- partition or child of partitioned table public.events
ALTER TABLE history.events_2 SET SCHEMA public;
-- partition or child of partitioned table public.events
ALTER TABLE history.events_1 SET SCHEMA public;
-- the old name of partitioned table public.events
DROP VIEW public.events;
-- mapping.yml:5:14 events
ALTER TABLE history.events SET SCHEMA public;
-- the old name of table public.customers
DROP VIEW public.customers;
-- mapping.yml:3:22 customers
ALTER TABLE shop.customers SET SCHEMA public;
-- default privileges of role postgres in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA shop REVOKE INSERT, SELECT ON TABLES FROM pg_write_server_files;
-- default privileges of role postgres in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA history REVOKE INSERT, SELECT ON TABLES FROM pg_write_server_files;
-- everybody may use table public.orders
REVOKE USAGE ON SCHEMA shop FROM PUBLIC;
-- mapping.yml:2:3 shop
DROP SCHEMA shop RESTRICT;
-- mapping.yml:4:3 history
DROP SCHEMA history RESTRICT;
