-- mapping.yml:3:14 orders
ALTER TABLE shop.orders SET SCHEMA public;
-- mapping.yml:6:14 notes
ALTER TABLE "Note ""s""".notes SET SCHEMA public;
-- "golden new Reader" may use table public.orders
REVOKE USAGE ON SCHEMA shop FROM "golden new Reader";
-- "golden new Reader" may use table public.notes
REVOKE USAGE ON SCHEMA "Note ""s""" FROM "golden new Reader";
-- default privileges of role postgres on new schemas open it
GRANT CREATE ON SCHEMA shop TO golden_new_stranger;
-- default privileges of role postgres on new schemas open it
GRANT USAGE ON SCHEMA shop TO golden_new_stranger;
-- default privileges of role postgres on new schemas open it
GRANT USAGE ON SCHEMA shop TO "golden new Reader";
-- default privileges of role postgres on new schemas open it
GRANT USAGE ON SCHEMA shop TO PUBLIC;
-- mapping.yml:2:3 shop
DROP SCHEMA shop RESTRICT;
-- default privileges of role "golden new ""Owner""" on new schemas open it
GRANT CREATE ON SCHEMA "Note ""s""" TO PUBLIC;
-- default privileges of role "golden new ""Owner""" on new schemas keep it from its owner
REVOKE USAGE ON SCHEMA "Note ""s""" FROM "golden new ""Owner""";
-- mapping.yml:4:3 Note "s"
DROP SCHEMA "Note ""s""" RESTRICT;
