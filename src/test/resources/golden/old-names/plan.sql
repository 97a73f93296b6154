-- mapping.yml:4:3 history
CREATE SCHEMA history AUTHORIZATION postgres;
-- mapping.yml:2:3 shop
CREATE SCHEMA shop AUTHORIZATION postgres;
-- everybody may use table public.orders
GRANT USAGE ON SCHEMA shop TO PUBLIC;
-- default privileges of role postgres in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA history GRANT INSERT, SELECT ON TABLES TO pg_write_server_files;
-- default privileges of role postgres in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA shop GRANT INSERT, SELECT ON TABLES TO pg_write_server_files;
-- mapping.yml:3:22 customers
ALTER TABLE public.customers SET SCHEMA shop;
-- the old name of table public.customers
CREATE VIEW public.customers AS SELECT id, name, secret FROM shop.customers;
REVOKE ALL ON public.customers FROM pg_write_server_files;
GRANT SELECT (id) ON public.customers TO pg_read_server_files;
GRANT SELECT (name) ON public.customers TO pg_read_server_files;
GRANT UPDATE (name) ON public.customers TO pg_read_server_files WITH GRANT OPTION;
COMMENT ON VIEW public.customers IS 'Compatibility view of schema-maven-plugin: it stands for shop.customers, which had its name. schema:contract drops it.';
-- mapping.yml:5:14 events
ALTER TABLE public.events SET SCHEMA history;
-- the old name of partitioned table public.events
CREATE VIEW public.events WITH (security_invoker = true) AS SELECT id FROM history.events;
REVOKE ALL ON public.events FROM pg_write_server_files;
COMMENT ON VIEW public.events IS 'Compatibility view of schema-maven-plugin: it stands for history.events, which had its name. schema:contract drops it.';
-- partition or child of partitioned table public.events
ALTER TABLE public.events_1 SET SCHEMA history;
-- partition or child of partitioned table public.events
ALTER TABLE public.events_2 SET SCHEMA history;
-- the old name of table public.events_2
CREATE VIEW public.events_2 WITH (security_invoker = true) AS SELECT id FROM history.events_2;
REVOKE ALL ON public.events_2 FROM pg_write_server_files;
COMMENT ON VIEW public.events_2 IS 'Compatibility view of schema-maven-plugin: it stands for history.events_2, which had its name. schema:contract drops it.';
-- mapping.yml:3:33 invoices
ALTER TABLE public.invoices SET SCHEMA shop;
-- the old name of table public.invoices
CREATE VIEW public.invoices WITH (security_invoker = true) AS SELECT id, customer FROM shop.invoices;
REVOKE ALL ON public.invoices FROM pg_write_server_files;
GRANT SELECT ON public.invoices TO pg_monitor;
COMMENT ON VIEW public.invoices IS 'Compatibility view of schema-maven-plugin: it stands for shop.invoices, which had its name. schema:contract drops it.';
-- mapping.yml:5:22 left_alone
ALTER TABLE public.left_alone SET SCHEMA history;
-- mapping.yml:3:14 orders
ALTER TABLE public.orders SET SCHEMA shop;
-- the old name of table public.orders
CREATE VIEW public.orders WITH (security_invoker = true) AS SELECT id, "Order ""No""", total FROM shop.orders;
REVOKE ALL ON public.orders FROM pg_write_server_files;
GRANT INSERT, SELECT ON public.orders TO pg_monitor;
GRANT UPDATE ON public.orders TO pg_monitor WITH GRANT OPTION;
GRANT SELECT ON public.orders TO PUBLIC;
COMMENT ON VIEW public.orders IS 'Compatibility view of schema-maven-plugin: it stands for shop.orders, which had its name. schema:contract drops it.';
-- all that it reads goes there
ALTER VIEW public.totals SET SCHEMA shop;
-- the old name of view public.totals
CREATE VIEW public.totals WITH (security_invoker = true) AS SELECT total FROM shop.totals;
REVOKE ALL ON public.totals FROM pg_write_server_files;
COMMENT ON VIEW public.totals IS 'Compatibility view of schema-maven-plugin: it stands for shop.totals, which had its name. schema:contract drops it.';
-- all that it reads goes there
ALTER MATERIALIZED VIEW public.stored SET SCHEMA shop;
-- the old name of materialized view public.stored
CREATE VIEW public.stored WITH (security_invoker = true) AS SELECT id FROM shop.stored;
REVOKE ALL ON public.stored FROM pg_write_server_files;
COMMENT ON VIEW public.stored IS 'Compatibility view of schema-maven-plugin: it stands for shop.stored, which had its name. schema:contract drops it.';
