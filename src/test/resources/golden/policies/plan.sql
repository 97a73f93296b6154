-- mapping.yml:19:3 people
CREATE SCHEMA people AUTHORIZATION postgres;
-- mapping.yml:2:3 shop
CREATE SCHEMA shop AUTHORIZATION postgres;
-- everybody may use routine public.tenant()
GRANT USAGE ON SCHEMA shop TO PUBLIC;
-- mapping.yml:4:16 tenant
ALTER FUNCTION public.tenant() SET SCHEMA shop;
-- mapping.yml:3:22 Order "Items"
ALTER TABLE public."Order ""Items""" SET SCHEMA shop;
-- mapping.yml:3:14 orders
ALTER TABLE public.orders SET SCHEMA shop;
-- mapping.yml:3:39 plain
ALTER TABLE public.plain SET SCHEMA shop;
-- mapping.yml:20:14 profiles
ALTER TABLE public.profiles SET SCHEMA people;
-- mapping.yml:15:9 policies
CREATE POLICY "of ""own"" orders" ON shop."Order ""Items""" FOR SELECT USING (order_id in (select o.id from shop.orders as o) -- all
);
-- mapping.yml:17:9 policies
CREATE POLICY "own tenant" ON shop."Order ""Items""" FOR DELETE USING (false);
-- mapping.yml:18:37 rowSecurity
ALTER TABLE shop."Order ""Items""" ENABLE ROW LEVEL SECURITY;
-- mapping.yml:11:9 policies
ALTER POLICY roles ON shop.orders TO pg_monitor;
-- mapping.yml:12:9 policies
ALTER POLICY changed ON shop.orders WITH CHECK (exists (select from people.profiles where id = shop.orders.user_id));
-- mapping.yml:13:9 policies
DROP POLICY restricts ON shop.orders;
-- mapping.yml:13:9 policies
CREATE POLICY restricts ON shop.orders AS RESTRICTIVE USING (shop.tenant() > 0);
COMMENT ON POLICY restricts ON shop.orders IS 'It''s said';
-- mapping.yml:14:9 policies
DROP POLICY gone ON shop.orders;
-- mapping.yml:16:9 policies
CREATE POLICY "own tenant" ON shop.orders AS RESTRICTIVE USING (tenant_id = shop.tenant()) WITH CHECK (tenant_id = shop.tenant());
-- mapping.yml:18:56 rowSecurity
ALTER TABLE shop.orders FORCE ROW LEVEL SECURITY;
