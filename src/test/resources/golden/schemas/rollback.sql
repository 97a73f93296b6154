-- mapping.yml:5:14 orders
ALTER TABLE shop.orders SET SCHEMA public;
-- mapping.yml:14:14 c
ALTER TABLE same.c SET SCHEMA public;
-- mapping.yml:11:14 b
ALTER TABLE silent.b SET SCHEMA public;
-- mapping.yml:8:14 a
ALTER TABLE told.a SET SCHEMA public;
-- mapping.yml:7:14 purpose
COMMENT ON SCHEMA told IS 'told before';
-- mapping.yml:10:14 purpose
COMMENT ON SCHEMA silent IS NULL;
-- mapping.yml:3:14 purpose
COMMENT ON SCHEMA shop IS NULL;
-- mapping.yml:2:3 shop
DROP SCHEMA shop RESTRICT;
