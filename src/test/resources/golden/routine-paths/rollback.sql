-- mapping.yml:3:14 orders
ALTER TABLE "Tar""get \ $1".orders SET SCHEMA public;
-- mapping.yml:6:14 events
ALTER TABLE audit.events SET SCHEMA public;
-- mapping.yml:3:22 Order Items
ALTER TABLE "Tar""get \ $1"."Order Items" SET SCHEMA public;
-- mapping.yml:4:16 goes
ALTER FUNCTION "Tar""get \ $1".goes(public.orders) SET SCHEMA public;
-- its text names what moves
ALTER PROCEDURE public."of\Windows"() RESET search_path;
-- its text names what moves
ALTER FUNCTION public.items(public.orders) RESET search_path;
-- its text names what moves
ALTER FUNCTION public.goes(public.orders) RESET search_path;
-- its text names what moves
ALTER FUNCTION public."Do It"(text) SET search_path TO pg_catalog, public, pg_temp;
-- everybody may use routine public.goes(public.orders)
REVOKE USAGE ON SCHEMA "Tar""get \ $1" FROM PUBLIC;
-- mapping.yml:5:3 audit
DROP SCHEMA audit RESTRICT;
-- mapping.yml:2:3 Tar"get \ $1
DROP SCHEMA "Tar""get \ $1" RESTRICT;
