-- all that it reads goes there
ALTER MATERIALIZED VIEW shop.totals SET SCHEMA public;
-- all that it reads goes there
ALTER VIEW shop.open_orders SET SCHEMA public;
-- all that it reads goes there
ALTER VIEW shop.open_count SET SCHEMA public;
-- mapping.yml:3:14 orders
ALTER TABLE shop.orders SET SCHEMA public;
-- mapping.yml:2:3 shop
DROP SCHEMA shop RESTRICT;
