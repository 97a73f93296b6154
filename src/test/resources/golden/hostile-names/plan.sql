-- mapping.yml:2:3 Tar"get \ %s $1
CREATE SCHEMA "Tar""get \ %s $1" AUTHORIZATION postgres;
-- mapping.yml:3:14 purpose
COMMENT ON SCHEMA "Tar""get \ %s $1" IS E'It''s \\ 100 % ${safe}
*/ --';
-- everybody may use routine public."Do It"(public."Type", public."a""b")
GRANT USAGE ON SCHEMA "Tar""get \ %s $1" TO PUBLIC;
-- default privileges of role postgres in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA "Tar""get \ %s $1" GRANT SELECT ON TABLES TO "golden ""role"" $1 %s \";
-- mapping.yml:6:16 Do It
ALTER FUNCTION public."Do It"(public."Type", public."a""b") SET SCHEMA "Tar""get \ %s $1";
-- mapping.yml:4:57 %s %n *
ALTER TABLE public."%s %n $guard$ ${x}" SET SCHEMA "Tar""get \ %s $1";
-- mapping.yml:4:14 Order Items
ALTER TABLE public."Order Items" SET SCHEMA "Tar""get \ %s $1";
-- mapping.yml:4:29 a"b
ALTER TABLE public."a""b" SET SCHEMA "Tar""get \ %s $1";
-- mapping.yml:4:68 back*
ALTER TABLE public."back\slash :x :'y' '" SET SCHEMA "Tar""get \ %s $1";
-- mapping.yml:4:44 n*
ALTER TABLE public."new
line */ --" SET SCHEMA "Tar""get \ %s $1";
-- mapping.yml:4:44 n*
ALTER TABLE public.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn SET SCHEMA "Tar""get \ %s $1";
-- mapping.yml:4:36 select
ALTER TABLE public."select" SET SCHEMA "Tar""get \ %s $1";
-- mapping.yml:4:50 表 😀
ALTER TABLE public."表 😀" SET SCHEMA "Tar""get \ %s $1";
-- mapping.yml:5:13 Type
ALTER TYPE public."Type" SET SCHEMA "Tar""get \ %s $1";
