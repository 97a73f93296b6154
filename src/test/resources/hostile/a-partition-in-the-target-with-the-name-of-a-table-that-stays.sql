-- |source: "public"
-- |unmapped: keep
-- |compatibility: none
-- |routineBodies: report
-- |schemas:
-- |  "crm":
-- |    tables:
-- |      - "select"
CREATE TABLE "public"."select" ("id" integer PRIMARY KEY) PARTITION BY RANGE ("id");
CREATE SCHEMA "crm";
CREATE TABLE "crm"."a" PARTITION OF "public"."select" FOR VALUES FROM (0) TO (10);
CREATE TABLE "public"."a" ("id" integer);
