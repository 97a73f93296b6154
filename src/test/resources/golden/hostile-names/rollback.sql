-- mapping.yml:5:13 Type
ALTER TYPE "Tar""get \ %s $1"."Type" SET SCHEMA public;
-- mapping.yml:4:50 表 😀
ALTER TABLE "Tar""get \ %s $1"."表 😀" SET SCHEMA public;
-- mapping.yml:4:36 select
ALTER TABLE "Tar""get \ %s $1"."select" SET SCHEMA public;
-- mapping.yml:4:44 n*
ALTER TABLE "Tar""get \ %s $1".nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn SET SCHEMA public;
-- mapping.yml:4:44 n*
ALTER TABLE "Tar""get \ %s $1"."new
line */ --" SET SCHEMA public;
-- mapping.yml:4:68 back*
ALTER TABLE "Tar""get \ %s $1"."back\slash :x :'y' '" SET SCHEMA public;
-- mapping.yml:4:29 a"b
ALTER TABLE "Tar""get \ %s $1"."a""b" SET SCHEMA public;
-- mapping.yml:4:14 Order Items
ALTER TABLE "Tar""get \ %s $1"."Order Items" SET SCHEMA public;
-- mapping.yml:4:57 %s %n *
ALTER TABLE "Tar""get \ %s $1"."%s %n $guard$ ${x}" SET SCHEMA public;
-- mapping.yml:6:16 Do It
ALTER FUNCTION "Tar""get \ %s $1"."Do It"(public."Type", public."a""b") SET SCHEMA public;
-- default privileges of role postgres in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA "Tar""get \ %s $1" REVOKE SELECT ON TABLES FROM "golden ""role"" $1 %s \";
-- everybody may use routine public."Do It"(public."Type", public."a""b")
REVOKE USAGE ON SCHEMA "Tar""get \ %s $1" FROM PUBLIC;
-- mapping.yml:3:14 purpose
COMMENT ON SCHEMA "Tar""get \ %s $1" IS NULL;
-- mapping.yml:2:3 Tar"get \ %s $1
DROP SCHEMA "Tar""get \ %s $1" RESTRICT;
