-- mapping.yml:4:3 Note "s"
CREATE SCHEMA "Note ""s""" AUTHORIZATION "golden new ""Owner""";
-- default privileges of role "golden new ""Owner""" on new schemas keep it from its owner
GRANT USAGE ON SCHEMA "Note ""s""" TO "golden new ""Owner""";
-- default privileges of role "golden new ""Owner""" on new schemas open it
REVOKE CREATE ON SCHEMA "Note ""s""" FROM PUBLIC;
-- mapping.yml:2:3 shop
CREATE SCHEMA shop AUTHORIZATION postgres;
-- default privileges of role postgres on new schemas open it
REVOKE USAGE ON SCHEMA shop FROM PUBLIC;
-- default privileges of role postgres on new schemas open it
REVOKE USAGE ON SCHEMA shop FROM "golden new Reader";
-- default privileges of role postgres on new schemas open it
REVOKE USAGE ON SCHEMA shop FROM golden_new_stranger;
-- default privileges of role postgres on new schemas open it
REVOKE CREATE ON SCHEMA shop FROM golden_new_stranger;
-- "golden new Reader" may use table public.notes
GRANT USAGE ON SCHEMA "Note ""s""" TO "golden new Reader";
-- "golden new Reader" may use table public.orders
GRANT USAGE ON SCHEMA shop TO "golden new Reader";
-- mapping.yml:6:14 notes
ALTER TABLE public.notes SET SCHEMA "Note ""s""";
-- mapping.yml:3:14 orders
ALTER TABLE public.orders SET SCHEMA shop;
