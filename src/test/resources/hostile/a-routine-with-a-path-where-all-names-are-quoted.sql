-- |source: "public"
-- |unmapped: "Neu 😀 $$ '; DROP --"
-- |compatibility: none
-- |routineBodies: rewrite
-- |schemas:
-- |  "Neu 😀 $$ '; DROP --":
-- |    tables:
-- |      - "a"
-- |    types:
-- |      - "ééééééééééééééééééééééééééééééé"
-- |  "crm":
-- |    routines:
-- |      - "a3"
DO $$BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO hostile_owner', current_database()); END$$;
ALTER SCHEMA public OWNER TO postgres;
CREATE  TABLE "public"."a" ("id" integer, "La bel" text, "select" numeric(10, 2), "sp.an\" daterange, "tags" text[], CONSTRAINT "a2" PRIMARY KEY ("id"));
CREATE SCHEMA "crm";
GRANT USAGE ON SCHEMA "crm" TO PUBLIC;
CREATE FUNCTION "crm"."do.t t1"(integer) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN RETURN 1; END';
CREATE DOMAIN "public"."ééééééééééééééééééééééééééééééé" AS text CONSTRAINT "éééééééééééééééééééééééééééééé c2" CHECK (VALUE <> 'x') CHECK (length(VALUE) < 9);
ALTER TABLE "public"."a" ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION "public"."a3"(integer) RETURNS bigint LANGUAGE plpgsql PARALLEL SAFE COST 7 AS $f$DECLARE r "public"."a"%ROWTYPE; BEGIN SELECT * INTO r FROM "public"."a"; EXECUTE format('SELECT %s', 'x'); RETURN 1; END$f$;
CREATE INDEX "ééééééééééééééééééééééééééééééé2" ON "public"."a" ("select") WHERE "La bel" LIKE 'a%';
CREATE SCHEMA "other";
GRANT USAGE ON SCHEMA "other" TO PUBLIC;
CREATE FUNCTION "other"."back\slash"() RETURNS bigint SET search_path = "public", pg_temp LANGUAGE sql STABLE AS $f$SELECT count(*) FROM "a" AS x, (SELECT count(y."select") FROM "public"."a" AS "y") AS "100 %"$f$;
CREATE INDEX "100 % %s %n" ON "public"."a" ("La bel" DESC NULLS LAST) INCLUDE ("select");
GRANT USAGE ON SCHEMA "crm" TO hostile_c;
ALTER TABLE "public"."a" ADD COLUMN fk3 integer;
ALTER TABLE "public"."a" ADD CONSTRAINT "éééééééééééééééééééééééééééééé c4" FOREIGN KEY (fk3) REFERENCES "public"."a" ("id") ON UPDATE SET NULL;
CREATE STATISTICS "public"."user" ON "La bel", "select" FROM "public"."a";
DO $d$BEGIN EXECUTE format('ALTER DATABASE %I SET quote_all_identifiers = on', current_database()); END$d$;
REVOKE ALL ON TABLE "public"."a" FROM PUBLIC, hostile_a CASCADE;
