-- mapping.yml:4:21 price
ALTER DOMAIN shop.price SET SCHEMA public;
-- mapping.yml:4:13 status
ALTER TYPE shop.status SET SCHEMA public;
-- mapping.yml:4:28 pair
ALTER TYPE shop.pair SET SCHEMA public;
-- mapping.yml:3:14 orders
ALTER TABLE shop.orders SET SCHEMA public;
-- mapping.yml:5:49 rows_seen
ALTER AGGREGATE shop.rows_seen(*) SET SCHEMA public;
-- mapping.yml:5:68 middle
ALTER AGGREGATE shop.middle(double precision, anyelement) SET SCHEMA public;
-- mapping.yml:5:60 add_up
ALTER AGGREGATE shop.add_up(integer) SET SCHEMA public;
-- mapping.yml:5:43 tidy
ALTER PROCEDURE shop.tidy(integer) SET SCHEMA public;
-- mapping.yml:5:16 total
ALTER FUNCTION shop.total(public.orders, integer[]) SET SCHEMA public;
-- mapping.yml:5:76 ranked
ALTER FUNCTION shop.ranked() SET SCHEMA public;
-- mapping.yml:5:37 outs
ALTER FUNCTION shop.outs(integer, public.status) SET SCHEMA public;
-- mapping.yml:5:23 no_arguments
ALTER FUNCTION shop.no_arguments() SET SCHEMA public;
-- everybody may use routine public.add_up(integer)
REVOKE USAGE ON SCHEMA shop FROM PUBLIC;
-- mapping.yml:2:3 shop
DROP SCHEMA shop RESTRICT;
