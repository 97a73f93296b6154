-- mapping.yml:2:3 Tar"get \ $1
CREATE SCHEMA "Tar""get \ $1" AUTHORIZATION postgres;
-- everybody may use routine public.goes(public.orders)
GRANT USAGE ON SCHEMA "Tar""get \ $1" TO PUBLIC;
-- its text names what moves
CREATE OR REPLACE FUNCTION public."Do It"(note text DEFAULT '$body$'::text, way text DEFAULT '\'::text)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER COST 7
 SET search_path TO 'public'
AS $bodyxx$
DECLARE n bigint; -- $body$ 😀 ${x} :x :'x' */
BEGIN
  SELECT count(*) INTO n FROM "Tar""get \ $1".orders AS o, stays WHERE o.note <> "Do It".note AND o.note <> E'\\q
\q $body $bodyx';
  RETURN n; END$bodyxx$;
-- its text names what moves
CREATE OR REPLACE FUNCTION public.goes(o public.orders)
 RETURNS integer
 LANGUAGE sql
AS $body$SELECT min(id) FROM "Tar""get \ $1".orders$body$;
-- its text names what moves
CREATE OR REPLACE FUNCTION public.items(o public.orders)
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $body$SELECT count(*) FROM "Tar""get \ $1"."Order Items" AS i WHERE i.of_order = o.id$body$;
-- its text names what moves
CREATE OR REPLACE PROCEDURE public."of\Windows"()
 LANGUAGE sql
AS E'DELETE FROM "Tar""get \\ $1".orders\r
WHERE note = ''\\\\'';\r
';
-- mapping.yml:4:16 goes
ALTER FUNCTION public.goes(public.orders) SET SCHEMA "Tar""get \ $1";
-- mapping.yml:3:22 Order Items
ALTER TABLE public."Order Items" SET SCHEMA "Tar""get \ $1";
-- mapping.yml:3:14 orders
ALTER TABLE public.orders SET SCHEMA "Tar""get \ $1";
