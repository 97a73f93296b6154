-- mapping.yml:5:14 tickets
ALTER TABLE support.tickets SET SCHEMA public;
-- mapping.yml:3:14 orders
ALTER TABLE shop.orders SET SCHEMA public;
-- mapping.yml:6:16 place_order
ALTER FUNCTION support.place_order() SET SCHEMA public;
-- everybody may use routine public.place_order()
REVOKE USAGE ON SCHEMA support FROM golden_closed_member;
-- everybody may use routine public.place_order()
REVOKE USAGE ON SCHEMA support FROM golden_closed_both;
-- golden_closed_member is a member of golden_closed_holder, which may use table public.orders
REVOKE USAGE ON SCHEMA shop FROM golden_closed_member;
-- golden_closed_both may use table public.orders
REVOKE USAGE ON SCHEMA shop FROM golden_closed_both;
-- mapping.yml:4:3 support
DROP SCHEMA support RESTRICT;
-- mapping.yml:2:3 shop
DROP SCHEMA shop RESTRICT;
