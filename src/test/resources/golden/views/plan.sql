-- mapping.yml:2:3 shop
CREATE SCHEMA shop AUTHORIZATION postgres;
-- mapping.yml:3:14 orders
ALTER TABLE public.orders SET SCHEMA shop;
-- all that it reads goes there
ALTER VIEW public.open_count SET SCHEMA shop;
-- all that it reads goes there
ALTER VIEW public.open_orders SET SCHEMA shop;
-- all that it reads goes there
ALTER MATERIALIZED VIEW public.totals SET SCHEMA shop;
