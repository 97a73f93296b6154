-- mapping.yml:2:3 Tar"get \ $1
CREATE SCHEMA "Tar""get \ $1" AUTHORIZATION postgres;
-- mapping.yml:5:3 audit
CREATE SCHEMA audit AUTHORIZATION postgres;
-- everybody may use routine public.goes(public.orders)
GRANT USAGE ON SCHEMA "Tar""get \ $1" TO PUBLIC;
-- its text names what moves
ALTER FUNCTION public."Do It"(text) SET search_path TO pg_catalog, public, "Tar""get \ $1", audit, pg_temp;
-- its text names what moves
ALTER FUNCTION public.goes(public.orders) SET search_path TO "$user", public, "Tar""get \ $1";
-- its text names what moves
ALTER FUNCTION public.items(public.orders) SET search_path TO "$user", public, "Tar""get \ $1";
-- its text names what moves
ALTER PROCEDURE public."of\Windows"() SET search_path TO "$user", public, "Tar""get \ $1";
-- mapping.yml:4:16 goes
ALTER FUNCTION public.goes(public.orders) SET SCHEMA "Tar""get \ $1";
-- mapping.yml:3:22 Order Items
ALTER TABLE public."Order Items" SET SCHEMA "Tar""get \ $1";
-- mapping.yml:6:14 events
ALTER TABLE public.events SET SCHEMA audit;
-- mapping.yml:3:14 orders
ALTER TABLE public.orders SET SCHEMA "Tar""get \ $1";
