DO $$ BEGIN CREATE ROLE "golden ""role"" $1 %s \"; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
CREATE TYPE "Type" AS ENUM ('a');
CREATE TABLE "Order Items" ("select" int PRIMARY KEY, "Größe" text, t "Type");
CREATE TABLE "a""b" (id serial REFERENCES "Order Items");
CREATE TABLE "select" (id int);
CREATE TABLE "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn" (id serial);
CREATE TABLE "表 😀" (id int);
CREATE TABLE "%s %n $guard$ ${x}" (id int);
CREATE TABLE "back\slash :x :'y' '" (id int);
CREATE TABLE "new
line */ --" (id int);
CREATE FUNCTION "Do It"("Type", "a""b") RETURNS int LANGUAGE sql AS 'SELECT 1';
GRANT SELECT ON "a""b" TO "golden ""role"" $1 %s \";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO "golden ""role"" $1 %s \";
