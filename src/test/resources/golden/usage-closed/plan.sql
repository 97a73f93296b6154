-- mapping.yml:2:3 shop
CREATE SCHEMA shop AUTHORIZATION postgres;
-- mapping.yml:4:3 support
CREATE SCHEMA support AUTHORIZATION postgres;
-- golden_closed_both may use table public.orders
GRANT USAGE ON SCHEMA shop TO golden_closed_both;
-- golden_closed_member is a member of golden_closed_holder, which may use table public.orders
GRANT USAGE ON SCHEMA shop TO golden_closed_member;
-- everybody may use routine public.place_order()
GRANT USAGE ON SCHEMA support TO golden_closed_both;
-- everybody may use routine public.place_order()
GRANT USAGE ON SCHEMA support TO golden_closed_member;
-- mapping.yml:6:16 place_order
ALTER FUNCTION public.place_order() SET SCHEMA support;
-- mapping.yml:3:14 orders
ALTER TABLE public.orders SET SCHEMA shop;
-- mapping.yml:5:14 tickets
ALTER TABLE public.tickets SET SCHEMA support;
