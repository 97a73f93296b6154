-- |source: "public"
-- |unmapped: keep
-- |compatibility: none
-- |routineBodies: report
-- |schemas:
-- |  "Neu 😀 $$ '; DROP --":
-- |    tables:
-- |      - "user"
CREATE SCHEMA "Neu 😀 $$ '; DROP --";
CREATE TABLE "public"."user" ("id" integer PRIMARY KEY, "of" integer) PARTITION BY RANGE ("id");
CREATE TABLE "Neu 😀 $$ '; DROP --"."new
line" PARTITION OF "public"."user" FOR VALUES FROM (10) TO (110) PARTITION BY RANGE ("id");
ALTER TABLE "public"."user" ADD CONSTRAINT "a ""key""" FOREIGN KEY ("of") REFERENCES "public"."user" ("id");
CREATE TABLE "public"."it's :x ?" PARTITION OF "Neu 😀 $$ '; DROP --"."new
line" FOR VALUES FROM (10) TO (110) PARTITION BY RANGE ("id");
