-- mapping.yml:2:3 shop
CREATE SCHEMA shop AUTHORIZATION postgres;
-- everybody may use routine public.add_up(integer)
GRANT USAGE ON SCHEMA shop TO PUBLIC;
-- mapping.yml:5:23 no_arguments
ALTER FUNCTION public.no_arguments() SET SCHEMA shop;
-- mapping.yml:5:37 outs
ALTER FUNCTION public.outs(integer, public.status) SET SCHEMA shop;
-- mapping.yml:5:76 ranked
ALTER FUNCTION public.ranked() SET SCHEMA shop;
-- mapping.yml:5:16 total
ALTER FUNCTION public.total(public.orders, integer[]) SET SCHEMA shop;
-- mapping.yml:5:43 tidy
ALTER PROCEDURE public.tidy(integer) SET SCHEMA shop;
-- mapping.yml:5:60 add_up
ALTER AGGREGATE public.add_up(integer) SET SCHEMA shop;
-- mapping.yml:5:68 middle
ALTER AGGREGATE public.middle(double precision, anyelement) SET SCHEMA shop;
-- mapping.yml:5:49 rows_seen
ALTER AGGREGATE public.rows_seen(*) SET SCHEMA shop;
-- mapping.yml:3:14 orders
ALTER TABLE public.orders SET SCHEMA shop;
-- mapping.yml:4:28 pair
ALTER TYPE public.pair SET SCHEMA shop;
-- mapping.yml:4:13 status
ALTER TYPE public.status SET SCHEMA shop;
-- mapping.yml:4:21 price
ALTER DOMAIN public.price SET SCHEMA shop;
