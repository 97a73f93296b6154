-- mapping.yml:3:14 orders
ALTER TABLE "Tar""get \ $1".orders SET SCHEMA public;
-- mapping.yml:3:22 Order Items
ALTER TABLE "Tar""get \ $1"."Order Items" SET SCHEMA public;
-- mapping.yml:4:16 goes
ALTER FUNCTION "Tar""get \ $1".goes(public.orders) SET SCHEMA public;
-- its text names what moves
CREATE OR REPLACE PROCEDURE public."of\Windows"()
 LANGUAGE sql
AS E'DELETE FROM orders\r
WHERE note = ''\\\\'';\r
';
-- its text names what moves
CREATE OR REPLACE FUNCTION public.items(o public.orders)
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $body$SELECT count(*) FROM public."Order Items" AS i WHERE i.of_order = o.id$body$;
-- its text names what moves
CREATE OR REPLACE FUNCTION public.goes(o public.orders)
 RETURNS integer
 LANGUAGE sql
AS $body$SELECT min(id) FROM orders$body$;
-- its text names what moves
CREATE OR REPLACE FUNCTION public."Do It"(note text DEFAULT '$body$'::text, way text DEFAULT '\'::text)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER COST 7
 SET search_path TO 'public'
AS $bodyxx$
DECLARE n bigint; -- $body$ 😀 ${x} :x :'x' */
BEGIN
  SELECT count(*) INTO n FROM orders AS o, stays WHERE o.note <> "Do It".note AND o.note <> E'\\q
\q $body $bodyx';
  RETURN n; END$bodyxx$;
-- everybody may use routine public.goes(public.orders)
REVOKE USAGE ON SCHEMA "Tar""get \ $1" FROM PUBLIC;
-- mapping.yml:2:3 Tar"get \ $1
DROP SCHEMA "Tar""get \ $1" RESTRICT;
