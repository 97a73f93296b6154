-- mapping.yml:18:56 rowSecurity
ALTER TABLE shop.orders NO FORCE ROW LEVEL SECURITY;
-- mapping.yml:16:9 policies
DROP POLICY "own tenant" ON shop.orders;
-- mapping.yml:14:9 policies
CREATE POLICY gone ON shop.orders FOR INSERT WITH CHECK ((((note)::text <> 'public.profiles'::text) AND (('people.profiles'::regclass)::oid <> ('shop.orders'::regclass)::oid)));
-- mapping.yml:13:9 policies
DROP POLICY restricts ON shop.orders;
-- mapping.yml:13:9 policies
CREATE POLICY restricts ON shop.orders USING ((shop.tenant() > 0));
COMMENT ON POLICY restricts ON shop.orders IS 'It''s said';
-- mapping.yml:12:9 policies
ALTER POLICY changed ON shop.orders WITH CHECK ((EXISTS ( SELECT
   FROM people.profiles)));
-- mapping.yml:11:9 policies
ALTER POLICY roles ON shop.orders TO PUBLIC;
-- mapping.yml:18:37 rowSecurity
ALTER TABLE shop."Order ""Items""" DISABLE ROW LEVEL SECURITY;
-- mapping.yml:17:9 policies
DROP POLICY "own tenant" ON shop."Order ""Items""";
-- mapping.yml:15:9 policies
DROP POLICY "of ""own"" orders" ON shop."Order ""Items""";
-- mapping.yml:20:14 profiles
ALTER TABLE people.profiles SET SCHEMA public;
-- mapping.yml:3:39 plain
ALTER TABLE shop.plain SET SCHEMA public;
-- mapping.yml:3:14 orders
ALTER TABLE shop.orders SET SCHEMA public;
-- mapping.yml:3:22 Order "Items"
ALTER TABLE shop."Order ""Items""" SET SCHEMA public;
-- mapping.yml:4:16 tenant
ALTER FUNCTION shop.tenant() SET SCHEMA public;
-- everybody may use routine public.tenant()
REVOKE USAGE ON SCHEMA shop FROM PUBLIC;
-- mapping.yml:2:3 shop
DROP SCHEMA shop RESTRICT;
-- mapping.yml:19:3 people
DROP SCHEMA people RESTRICT;
