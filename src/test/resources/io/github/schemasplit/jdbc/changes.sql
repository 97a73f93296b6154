ALTER TABLE "Order Items" ALTER "a""b" SET DEFAULT 'y'
ALTER TABLE "Order Items" ALTER "a""b" DROP DEFAULT
ALTER TABLE "Order Items" ALTER "Größe" SET DEFAULT f(2)
ALTER TABLE "Order Items" ALTER "Größe" TYPE numeric(12, 2)
ALTER TABLE "Order Items" ALTER note SET NOT NULL
ALTER TABLE "Order Items" ALTER note SET STATISTICS 0
ALTER TABLE "Order Items" ALTER note SET STORAGE EXTERNAL
ALTER TABLE "Order Items" ALTER note SET COMPRESSION pglz -- 14+
ALTER TABLE "Order Items" ALTER note SET (n_distinct = 5)
ALTER TABLE "Order Items" ALTER note TYPE text COLLATE "C"
ALTER TABLE "Order Items" ALTER id SET GENERATED ALWAYS
ALTER TABLE "Order Items" ALTER id DROP IDENTITY
ALTER TABLE "Order Items" ALTER twice DROP EXPRESSION
ALTER TABLE "Order Items" ALTER twice SET EXPRESSION AS (f(2)) -- 17+
ALTER TABLE "Order Items" RENAME note TO remark
ALTER TABLE "Order Items" ADD extra int
ALTER TABLE "Order Items" DROP note
ALTER TABLE "Order Items" RENAME TO items
ALTER TABLE "Order Items" OWNER TO pg_monitor
ALTER TABLE "Order Items" SET (fillfactor = 70)
ALTER TABLE "Order Items" SET (toast.autovacuum_enabled = false)
ALTER TABLE "Order Items" SET UNLOGGED
ALTER TABLE "Order Items" REPLICA IDENTITY FULL
ALTER TABLE "Order Items" REPLICA IDENTITY USING INDEX "Order Items_pkey"
ALTER TABLE "Order Items" DISABLE ROW LEVEL SECURITY
ALTER TABLE "Order Items" FORCE ROW LEVEL SECURITY
ALTER TABLE "Order Items" CLUSTER ON "Order Items_pkey"
ALTER TABLE "Order Items" DISABLE TRIGGER touched
ALTER TABLE "Order Items" ENABLE ALWAYS TRIGGER touched
ALTER TABLE customers DISABLE TRIGGER ALL
ALTER TABLE part1 DISABLE TRIGGER parted_t
ALTER TABLE "Order Items" ALTER CONSTRAINT "Order Items_customer_fkey" DEFERRABLE
ALTER TABLE "Order Items" ALTER CONSTRAINT "Order Items_customer_fkey" NOT ENFORCED -- 18+
ALTER TABLE "Order Items" ADD CONSTRAINT more CHECK (n > 0) NOT VALID
ALTER TABLE "Order Items" ADD CONSTRAINT nn NOT NULL note NO INHERIT -- 18+
ALTER TABLE "Order Items" RENAME CONSTRAINT short TO shorter
ALTER TABLE "Order Items" DROP CONSTRAINT short
ALTER TABLE "Order Items" DROP CONSTRAINT apart
GRANT SELECT ON "Order Items" TO pg_monitor
GRANT SELECT ("a""b") ON "Order Items" TO pg_monitor
REVOKE SELECT ON customers FROM PUBLIC
GRANT INSERT ON customers TO pg_monitor WITH GRANT OPTION
ALTER INDEX by_expression RENAME TO by_other
ALTER INDEX by_expression SET (fillfactor = 50)
ALTER INDEX by_expression ALTER COLUMN 1 SET STATISTICS 500
CREATE INDEX another ON customers (name)
DROP INDEX by_expression
ALTER SEQUENCE lone INCREMENT 2
ALTER SEQUENCE lone MAXVALUE 1000
ALTER SEQUENCE lone CYCLE
ALTER SEQUENCE lone CACHE 7
ALTER SEQUENCE lone START 5
ALTER SEQUENCE lone AS int
GRANT USAGE ON SEQUENCE lone TO pg_monitor
CREATE OR REPLACE VIEW reading2 AS SELECT id FROM reading WHERE id > 1
ALTER VIEW reading SET (security_barrier = true)
ALTER VIEW reading SET (security_invoker = true) -- 15+
ALTER VIEW reading ALTER id SET DEFAULT 5
REFRESH MATERIALIZED VIEW stored WITH NO DATA
ALTER MATERIALIZED VIEW stored SET (fillfactor = 60)
CREATE OR REPLACE RULE quiet AS ON DELETE TO "select" WHERE OLD.a > 6 DO INSTEAD NOTHING
ALTER TABLE "select" DISABLE RULE quiet
DROP RULE quiet ON "select"
ALTER POLICY "own %" ON "Order Items" USING (f(n) > 1)
ALTER POLICY "own %" ON "Order Items" TO pg_monitor
ALTER POLICY writing ON "Order Items" WITH CHECK (n > 1)
ALTER POLICY writing ON "Order Items" RENAME TO written
DROP POLICY writing ON "Order Items"
CREATE POLICY narrow ON "Order Items" AS RESTRICTIVE FOR ALL USING (true)
ALTER TRIGGER touched ON "Order Items" RENAME TO touching
DROP TRIGGER checked ON "select"
ALTER STATISTICS stats SET STATISTICS 50
ALTER STATISTICS stats RENAME TO figures
CREATE STATISTICS more (ndistinct) ON b, c FROM "select"
ALTER FUNCTION f(int, text) STRICT
ALTER FUNCTION f(int, text) COST 5
ALTER FUNCTION f(int, text) STABLE
ALTER FUNCTION f(int, text) SECURITY DEFINER
ALTER FUNCTION f(int, text) LEAKPROOF
ALTER FUNCTION f(int, text) PARALLEL SAFE
ALTER FUNCTION f(int, text) SET search_path = 'a b', "select"
ALTER FUNCTION f(int, text) OWNER TO pg_monitor
ALTER FUNCTION f(int, text) RENAME TO g
CREATE OR REPLACE FUNCTION f(a int, b text DEFAULT 'x') RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a + 1'
CREATE OR REPLACE FUNCTION f(a int, b text DEFAULT 'y') RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a'
CREATE OR REPLACE FUNCTION f(a int, b text DEFAULT 'x') RETURNS int LANGUAGE sql IMMUTABLE RETURN a + 1 -- 14+
REVOKE EXECUTE ON FUNCTION f(int, text) FROM PUBLIC
ALTER PROCEDURE p(int) SET work_mem = '1MB'
CREATE OR REPLACE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '1')
CREATE OR REPLACE AGGREGATE total(int) (SFUNC = int4mul, STYPE = int, INITCOND = '0')
ALTER TYPE status RENAME VALUE 'new' TO 'fresh'
ALTER TYPE status ADD VALUE 'lost' BEFORE 'done'
ALTER TYPE pair ADD ATTRIBUTE c int
ALTER TYPE pair ALTER ATTRIBUTE b TYPE varchar(5)
ALTER TYPE span OWNER TO pg_monitor
REVOKE USAGE ON TYPE status FROM PUBLIC
ALTER DOMAIN positive SET DEFAULT 2
ALTER DOMAIN positive SET NOT NULL
ALTER DOMAIN positive DROP CONSTRAINT above
ALTER DOMAIN positive ADD CONSTRAINT below CHECK (VALUE < 1000) NOT VALID
ALTER TABLE parted ATTACH PARTITION part2 FOR VALUES FROM (10) TO (20)
ALTER TABLE parted ATTACH PARTITION part2 DEFAULT
ALTER TABLE parted DETACH PARTITION part1
ALTER TABLE orphan INHERIT parent
ALTER TABLE child NO INHERIT parent
ALTER TABLE child ALTER a SET DEFAULT 3
ALTER PUBLICATION pub ADD TABLE "Order Items"
ALTER PUBLICATION pub DROP TABLE customers
ALTER PUBLICATION pub SET (publish = 'insert')
ALTER PUBLICATION pub SET (publish_via_partition_root = true)
ALTER PUBLICATION pub SET TABLE customers (id) -- 15+
ALTER PUBLICATION pub SET TABLE customers WHERE (id > 0) -- 15+
ALTER PUBLICATION pub ADD TABLES IN SCHEMA "select" -- 15+
ALTER PUBLICATION pub SET (publish_generated_columns = stored) -- 18+
ALTER FOREIGN TABLE distant OPTIONS (SET table_name 'u')
ALTER FOREIGN TABLE distant ALTER a OPTIONS (SET column_name 'c')
COMMENT ON TABLE customers IS 'who pays'
COMMENT ON COLUMN customers.name IS NULL
COMMENT ON POLICY writing ON "Order Items" IS 'x'
COMMENT ON FUNCTION f(int, text) IS 'x'
COMMENT ON SCHEMA "select" IS 'x'
COMMENT ON CONSTRAINT short ON "Order Items" IS 'x'
ALTER DEFAULT PRIVILEGES IN SCHEMA "select" GRANT SELECT ON TABLES TO pg_monitor
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC
GRANT USAGE ON SCHEMA "select" TO PUBLIC
ALTER SCHEMA "select" OWNER TO pg_monitor
ALTER SCHEMA "select" RENAME TO chosen
CREATE EXTENSION hstore
ALTER EXTENSION postgres_fdw SET SCHEMA "select"
UPDATE pg_catalog.pg_extension SET extrelocatable = NOT extrelocatable WHERE extname = 'postgres_fdw'
DROP TABLE child
ALTER OPERATOR === (int, int) OWNER TO pg_monitor
ALTER OPERATOR === (int, int) SET (RESTRICT = neqsel)
COMMENT ON OPERATOR === (int, int) IS 'x'
DROP OPERATOR === (int, int)
CREATE OPERATOR ==== (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq)
ALTER OPERATOR CLASS "Cl""ass" USING btree RENAME TO c
ALTER OPERATOR CLASS "Cl""ass" USING btree OWNER TO pg_monitor
ALTER OPERATOR FAMILY "Fam""ily" USING btree OWNER TO pg_monitor
ALTER OPERATOR FAMILY "Fam""ily" USING btree ADD OPERATOR 1 < (int, bigint)
ALTER OPERATOR FAMILY "Fam""ily" USING btree ADD FUNCTION 1 (int, bigint) btint48cmp(int, bigint)
DROP ACCESS METHOD "Me""thod"
DROP CAST (int AS pair)
CREATE CAST (pair AS int) WITH INOUT AS ASSIGNMENT
ALTER COLLATION "Coll""ation" RENAME TO c
ALTER COLLATION "Coll""ation" OWNER TO pg_monitor
DROP COLLATION "Coll""ation"
ALTER CONVERSION "Con""version" RENAME TO c
ALTER CONVERSION "Con""version" OWNER TO pg_monitor
CREATE DEFAULT CONVERSION d FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1
REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC
ALTER LANGUAGE plpgsql RENAME TO l
DROP TRANSFORM FOR int LANGUAGE sql
ALTER TEXT SEARCH CONFIGURATION "Con""fig" DROP MAPPING FOR asciiword
ALTER TEXT SEARCH CONFIGURATION "Con""fig" ALTER MAPPING REPLACE simple WITH "Dict"
ALTER TEXT SEARCH CONFIGURATION "Con""fig" OWNER TO pg_monitor
ALTER TEXT SEARCH DICTIONARY "Dict" (ACCEPT = false)
ALTER TEXT SEARCH DICTIONARY "Dict" RENAME TO d
ALTER TEXT SEARCH PARSER "Par""ser" RENAME TO p
ALTER TEXT SEARCH TEMPLATE "Tem""plate" RENAME TO t
ALTER FOREIGN DATA WRAPPER postgres_fdw NO VALIDATOR
GRANT USAGE ON FOREIGN DATA WRAPPER postgres_fdw TO pg_monitor
ALTER SERVER far OPTIONS (SET dbname 'y')
ALTER SERVER far VERSION '2'
GRANT USAGE ON FOREIGN SERVER far TO pg_monitor
CREATE USER MAPPING FOR pg_monitor SERVER far
DROP USER MAPPING FOR PUBLIC SERVER far
ALTER EVENT TRIGGER "Wa""tch" DISABLE
ALTER EVENT TRIGGER "Wa""tch" RENAME TO w
CREATE EVENT TRIGGER another ON sql_drop WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION watch()
DO 'BEGIN EXECUTE format(''ALTER DATABASE %I SET work_mem = 1000'', current_database()); END'
DO 'BEGIN EXECUTE format(''ALTER ROLE %I IN DATABASE %I SET work_mem = 1000'', current_user, current_database()); END'
DO 'BEGIN EXECUTE format(''GRANT CREATE ON DATABASE %I TO pg_monitor'', current_database()); END'
DO 'BEGIN EXECUTE format(''ALTER DATABASE %I OWNER TO pg_monitor'', current_database()); END'
INSERT INTO pg_catalog.pg_seclabel SELECT 'customers'::regclass, 'pg_class'::regclass, 0, 'x', 'secret'
INSERT INTO pg_catalog.pg_seclabel SELECT 'customers'::regclass, 'pg_class'::regclass, 1, 'x', 'secret'
INSERT INTO pg_catalog.pg_init_privs SELECT objid, classid, 0, 'e', '{postgres=X/postgres}' FROM pg_depend WHERE deptype = 'e' AND classid = 'pg_proc'::regclass AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'postgres_fdw') LIMIT 1
