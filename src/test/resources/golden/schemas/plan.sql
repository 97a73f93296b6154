-- mapping.yml:2:3 shop
CREATE SCHEMA shop AUTHORIZATION golden_owner;
-- mapping.yml:3:14 purpose
COMMENT ON SCHEMA shop IS E'Everything that isn''t \\ elsewhere';
-- mapping.yml:10:14 purpose
COMMENT ON SCHEMA silent IS 'no longer';
-- mapping.yml:7:14 purpose
COMMENT ON SCHEMA told IS 'told now';
-- mapping.yml:8:14 a
ALTER TABLE public.a SET SCHEMA told;
-- mapping.yml:11:14 b
ALTER TABLE public.b SET SCHEMA silent;
-- mapping.yml:14:14 c
ALTER TABLE public.c SET SCHEMA same;
-- mapping.yml:5:14 orders
ALTER TABLE public.orders SET SCHEMA shop;
