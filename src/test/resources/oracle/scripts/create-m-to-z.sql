-- CREATE MATERIALIZED VIEW to CREATE VIEW, each clause of the manual's synopses.

CREATE MATERIALIZED VIEW IF NOT EXISTS public.v (a, "b") USING heap WITH (fillfactor = 5, toast.x) TABLESPACE public AS SELECT public.f(a) FROM public.t WITH NO DATA;
CREATE MATERIALIZED VIEW v AS TABLE public.t WITH DATA;
CREATE UNLOGGED MATERIALIZED VIEW db.public.v AS VALUES (public.f(1)), (2);
CREATE MATERIALIZED VIEW v AS (WITH x AS (SELECT * FROM y) SELECT * FROM x, public.x);
CREATE MATERIALIZED VIEW as_x USING as_y TABLESPACE as_z AS SELECT 1;
CREATE MATERIALIZED VIEW if (a) AS SELECT 1 FROM if;

CREATE OPERATOR public.@#@ (FUNCTION = public.f, LEFTARG = public.a, RIGHTARG = double precision, COMMUTATOR = OPERATOR(public.@#@), NEGATOR = !==, RESTRICT = x.r, JOIN = public.j, HASHES, MERGES);
CREATE OPERATOR <<< (PROCEDURE = f, RIGHTARG = a[]);
CREATE OPERATOR + (leftarg = SETOF public.a, rightarg = b, procedure = left, commutator = public, restrict = restrict);
CREATE OPERATOR public . "P" . + (function = "F", leftarg = "none", rightarg = "B"."C");
CREATE OPERATOR class.+ (function = f, leftarg = a);
CREATE OPERATOR family.+ (function = f, leftarg = a);
CREATE OPERATOR @@ ("function" = public.f, "leftarg" = public.a);
CREATE OPERATOR == (leftarg = a, rightarg = b, function = f, leftarg1 = c, sort1 = <, sort2 = <, ltcmp = <);

CREATE OPERATOR CLASS public.c DEFAULT FOR TYPE public.t USING btree FAMILY x.f AS OPERATOR 1 <, OPERATOR 2 public.<= (public.a, b) FOR SEARCH, OPERATOR 3 = (a, b) FOR ORDER BY public.o, FUNCTION 1 public.f(public.a, b), FUNCTION 2 (a, x.b) g(c), FUNCTION 3 (a) h(), STORAGE public.s;
CREATE OPERATOR CLASS c FOR TYPE double precision USING gin AS STORAGE double precision;
CREATE OPERATOR CLASS "default" DEFAULT FOR TYPE t USING btree AS OPERATOR 1 <;
CREATE OPERATOR CLASS "C" FOR TYPE t[] USING btree FAMILY family AS FUNCTION 1 function(function), STORAGE storage;
CREATE OPERATOR CLASS for_x FOR TYPE type USING "using" AS FUNCTION 1 f(IN a public.t, OUT b u);
CREATE OPERATOR FAMILY public.f USING btree;

CREATE POLICY p ON public.t AS RESTRICTIVE FOR UPDATE TO a, PUBLIC, CURRENT_USER USING (public.f(a) = b.c.d AND EXISTS (SELECT 1 FROM x.u)) WITH CHECK (a IN (SELECT b FROM y.z));
CREATE POLICY on_x ON "on" AS PERMISSIVE FOR ALL;
CREATE POLICY public ON db.public.t FOR SELECT USING (true);
CREATE POLICY p ON as_x AS RESTRICTIVE TO for_x WITH CHECK (f());
CREATE POLICY p ON policy FOR INSERT WITH CHECK (current_setting('a') = (b)::public.t);

CREATE OR REPLACE PROCEDURE public.p(IN a public.t DEFAULT x.f(), OUT b public.u, VARIADIC c v[]) LANGUAGE sql TRANSFORM FOR TYPE public.x SECURITY DEFINER SET search_path = public, x AS 'SELECT 1';
CREATE PROCEDURE p() LANGUAGE sql BEGIN ATOMIC DELETE FROM public.t; UPDATE u SET a = public.f(); END;
CREATE PROCEDURE p(INOUT "A" "B") AS 'a', 'b' LANGUAGE c;
CREATE PROCEDURE transform(type type) TRANSFORM FOR TYPE transform, FOR TYPE "for" LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE p() SET a TO transform, type LANGUAGE sql AS 'SELECT 1';

CREATE PUBLICATION public FOR ALL TABLES WITH (publish = 'insert');
CREATE PUBLICATION p FOR TABLE ONLY public.a (x, y) WHERE (x > public.f() AND y IN (1, 2)), b *, ONLY (c.d), TABLES IN SCHEMA public, CURRENT_SCHEMA, TABLE e WITH (publish_generated_columns = none, a);
CREATE PUBLICATION p FOR TABLES IN SCHEMA a, b, TABLE public.c (d);
CREATE PUBLICATION p;
CREATE PUBLICATION for_x FOR TABLE tables, for_y, "table", schema;
CREATE PUBLICATION p FOR TABLES IN SCHEMA tables, TABLE tables.tables, TABLES IN SCHEMA x;
CREATE PUBLICATION p FOR TABLE a WHERE ((b)::public.t = 'x'), c WHERE (d);
CREATE PUBLICATION p WITH (publish = '', x = public.y);

CREATE ROLE r WITH SUPERUSER CREATEDB NOCREATEROLE INHERIT LOGIN REPLICATION NOBYPASSRLS CONNECTION LIMIT -1 ENCRYPTED PASSWORD 'x' VALID UNTIL 'y' IN ROLE a, b IN GROUP c ROLE d, e ADMIN f USER g SYSID 5;
CREATE ROLE public_x;
CREATE USER r PASSWORD NULL;

CREATE OR REPLACE RULE r AS ON INSERT TO public.t WHERE NEW.a > public.f(OLD.b) AND EXISTS (SELECT 1 FROM x.u) DO INSTEAD INSERT INTO public.v VALUES (NEW.*);
CREATE RULE "_RETURN" AS ON SELECT TO t DO INSTEAD SELECT * FROM public.u;
CREATE RULE r AS ON UPDATE TO t DO ALSO (INSERT INTO public.a VALUES (public.f(1)); UPDATE b SET c = d; DELETE FROM e WHERE f IN (SELECT g FROM h); NOTIFY i, 'x'; SELECT j(););
CREATE RULE r AS ON DELETE TO t DO NOTHING;
CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING;
CREATE RULE r AS ON DELETE TO t DO (DELETE FROM public.u);
CREATE RULE r AS ON DELETE TO t DO INSTEAD (SELECT * FROM public.u);
CREATE RULE r AS ON DELETE TO t DO INSTEAD ((SELECT * FROM public.u) UNION SELECT * FROM v);
CREATE RULE r AS ON DELETE TO t DO INSTEAD (((SELECT * FROM public.u)));
CREATE RULE r AS ON DELETE TO t DO INSTEAD (WITH x AS (SELECT * FROM y) SELECT * FROM x; TABLE x);
CREATE RULE r AS ON DELETE TO t DO (; DELETE FROM u; ; DELETE FROM v;);
CREATE RULE r AS ON DELETE TO t DO ();
CREATE RULE as_x AS ON DELETE TO "to" WHERE CASE WHEN a THEN b END DO INSERT INTO u SELECT * FROM public.v RETURNING public.f(a), u.*;
CREATE RULE r AS ON INSERT TO t DO INSTEAD INSERT INTO u VALUES (1) ON CONFLICT (a) DO UPDATE SET b = public.f() WHERE c;
CREATE RULE r AS ON UPDATE TO t WHERE (a) DO INSTEAD WITH x AS (SELECT 1 FROM y) UPDATE z SET a = b FROM x, w WHERE c RETURNING *;
CREATE RULE r AS ON UPDATE TO public . /* x */ t WHERE public . /* y */ f(a) DO INSTEAD VALUES (1);

CREATE SCHEMA IF NOT EXISTS public AUTHORIZATION a;
CREATE SCHEMA AUTHORIZATION CURRENT_USER;
CREATE SCHEMA s AUTHORIZATION a CREATE TABLE public.t (a x DEFAULT f(), b y REFERENCES public.u) CREATE VIEW v AS SELECT * FROM public.w WITH CHECK OPTION CREATE UNIQUE INDEX i ON t (a) WHERE public.g(a) CREATE SEQUENCE s OWNED BY public.t.a CREATE TRIGGER t BEFORE INSERT ON t EXECUTE FUNCTION public.h() GRANT SELECT (a, b), UPDATE ON public.t, v TO public WITH GRANT OPTION GRANT ALL ON SEQUENCE s TO x;
CREATE SCHEMA s CREATE TABLE t () CREATE TABLE u (LIKE t) PARTITION BY RANGE (f(a)) CREATE TABLE v PARTITION OF u FOR VALUES IN (1) CREATE TABLE w PARTITION OF u DEFAULT;
CREATE SCHEMA s CREATE VIEW create_x AS SELECT 1 AS create CREATE VIEW v AS VALUES (1) CREATE VIEW w AS TABLE t CREATE TEMP TABLE x OF y;
CREATE SCHEMA s CREATE INDEX i ON t (a) TABLESPACE x CREATE INDEX ON t USING hash (a) INCLUDE (b) WITH (fillfactor = 5) CREATE SEQUENCE s START 5 CYCLE CREATE SEQUENCE AS_x AS public.i;
CREATE SCHEMA s CREATE CONSTRAINT TRIGGER t AFTER INSERT ON public.t FROM u NOT DEFERRABLE FOR EACH ROW WHEN (public.f(a)) EXECUTE FUNCTION g(1, 'x', y) CREATE TABLE t (a b);
CREATE SCHEMA s GRANT USAGE ON SCHEMA x TO y GRANT EXECUTE ON FUNCTION public.f(public.t) TO y GRANTED BY z GRANT SELECT ON t TO y CREATE TABLE t (a b);
CREATE SCHEMA schema CREATE TABLE t (a b) INHERITS (public.p) WITH (fillfactor = 5) ON COMMIT DROP TABLESPACE create_x;
CREATE SCHEMA s CREATE UNLOGGED TABLE t (a b CHECK (f(a)), CHECK (g(b))) USING heap CREATE OR REPLACE VIEW v (a, b) WITH (security_barrier) AS SELECT a FROM x ORDER BY b LIMIT 5 GRANT SELECT ON v TO z;

CREATE TEMPORARY SEQUENCE IF NOT EXISTS public.s AS public.i INCREMENT BY 5 MINVALUE -5 MAXVALUE 5 START WITH 5 CACHE 5 NO CYCLE OWNED BY public.t.c;
CREATE UNLOGGED SEQUENCE s INCREMENT -1 NO MINVALUE NO MAXVALUE START 1 OWNED BY NONE;
CREATE SEQUENCE s OWNED BY t.c;
CREATE SEQUENCE s OWNED BY db.public.t.c AS bigint;
CREATE SEQUENCE s SEQUENCE NAME x.y RESTART 5 LOGGED;
CREATE SEQUENCE owned OWNED BY owned.owned;
CREATE SEQUENCE sequence AS integer OWNED BY "none".none;
CREATE SEQUENCE if;
CREATE LOCAL TEMP SEQUENCE s;

CREATE SERVER IF NOT EXISTS public TYPE 'a' VERSION NULL FOREIGN DATA WRAPPER public OPTIONS (a 'b');
CREATE SERVER s FOREIGN DATA WRAPPER w;

CREATE STATISTICS IF NOT EXISTS public.s (ndistinct, dependencies, mcv) ON a, (public.f(b)), x.g(c), (d::public.t) FROM public.u;
CREATE STATISTICS ON (a + b) FROM public.t;
CREATE STATISTICS s ON a, b FROM t;
CREATE STATISTICS s ON (extract(year FROM a)), lower(b), substring(c from 1) FROM ONLY public.t;
CREATE STATISTICS s (mcv) ON (a IS DISTINCT FROM b), trim(leading from c), "on" FROM db.public.t;

CREATE SUBSCRIPTION public CONNECTION 'x' PUBLICATION public, b WITH (connect = false, slot_name = NONE);

CREATE GLOBAL TEMPORARY TABLE IF NOT EXISTS public.t (a public.x STORAGE PLAIN COMPRESSION pglz COLLATE public.c CONSTRAINT n NOT NULL NO INHERIT CONSTRAINT k CHECK (public.f(a)) NO INHERIT DEFAULT public.g(1), b y NULL UNIQUE NULLS NOT DISTINCT WITH (fillfactor = 5) USING INDEX TABLESPACE public, c "Z" PRIMARY KEY REFERENCES public.p (d) MATCH FULL ON DELETE SET NULL (c) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED) INHERITS (public.p, q) PARTITION BY LIST (a COLLATE public.c public.ops, (b || x.f(c))) USING heap WITH (fillfactor = 5, toast.autovacuum_enabled = x.y) ON COMMIT PRESERVE ROWS TABLESPACE public;
CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY, b int GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME public.s START WITH 1 INCREMENT BY 2 AS x.i OWNED BY NONE) NOT NULL, c int GENERATED ALWAYS AS (public.f(a)) STORED REFERENCES x.p NOT ENFORCED, d e GENERATED ALWAYS AS (a * 2) VIRTUAL);
CREATE TABLE t (a b GENERATED ALWAYS AS (c) CHECK (d) NOT ENFORCED, CONSTRAINT x CHECK (public.f(a)) NO INHERIT NOT ENFORCED, CHECK (public.h()) ENFORCED, CONSTRAINT y NOT NULL a NO INHERIT, NOT NULL b);
CREATE TABLE t (a b, UNIQUE (a, b), UNIQUE NULLS DISTINCT (a) INCLUDE (c), CONSTRAINT x PRIMARY KEY (a, b WITHOUT OVERLAPS) WITH (fillfactor = 5) USING INDEX TABLESPACE y, FOREIGN KEY (a, PERIOD b) REFERENCES public.p (c, PERIOD d) ON DELETE RESTRICT ON UPDATE NO ACTION NOT DEFERRABLE, FOREIGN KEY (period) REFERENCES x.q);
CREATE TABLE t (EXCLUDE (a WITH =), EXCLUDE USING gist (a WITH &&, public.f(b) public.ops WITH OPERATOR(public.&&), (c) COLLATE x.d y DESC NULLS FIRST WITH OPERATOR(pg_catalog.=)) INCLUDE (z) WITH (fillfactor = 5) USING INDEX TABLESPACE w WHERE (public.g(a)) INITIALLY DEFERRED, CONSTRAINT e EXCLUDE USING btree (a x (b = c) WITH OPERATOR(=)));
CREATE TABLE t (LIKE public.a INCLUDING ALL EXCLUDING COMMENTS INCLUDING COMPRESSION INCLUDING CONSTRAINTS INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING IDENTITY INCLUDING INDEXES INCLUDING STATISTICS INCLUDING STORAGE, b c, LIKE d);
CREATE TABLE public.t OF public.ct (PRIMARY KEY (a), a WITH OPTIONS DEFAULT public.f() NOT NULL, b CHECK (x.g(b)), CONSTRAINT c UNIQUE (a), d WITH OPTIONS GENERATED ALWAYS AS (e) STORED) PARTITION BY HASH (a) USING heap WITHOUT OIDS ON COMMIT DELETE ROWS TABLESPACE x;
CREATE TABLE t OF ct;
CREATE TABLE of OF of (of WITH OPTIONS NOT NULL);
CREATE TABLE t OF db.public.ct (a DEFAULT 5);
CREATE TABLE public.t PARTITION OF public.p (a WITH OPTIONS NOT NULL, b DEFAULT public.f(c), CONSTRAINT d CHECK (x.g()), EXCLUDE (a WITH =)) FOR VALUES FROM (public.f(1), MINVALUE) TO ('x'::public.t, MAXVALUE) PARTITION BY RANGE (public.g(a), b COLLATE "C" x.ops) USING heap WITH (a = b) ON COMMIT DROP TABLESPACE c;
CREATE TABLE t PARTITION OF p FOR VALUES IN ('a', NULL, public.f());
CREATE TABLE t PARTITION OF p FOR VALUES WITH (MODULUS 5, REMAINDER 0);
CREATE TABLE t PARTITION OF p DEFAULT PARTITION BY LIST ((a));
CREATE TABLE partition PARTITION OF partition DEFAULT;
CREATE TABLE t PARTITION OF db.public.p DEFAULT;
CREATE TABLE t ();
CREATE TABLE t (like_x x, check_x y, "check" z, unique_x w, "foreign" v, exclude u, generated t);
CREATE TABLE t (exclude public.x, exclude text, generated public.x NOT NULL, period y, like_x z);
CREATE TABLE t (storage storage, compression compression, options options, add add, alter alter, drop drop, set set, no no, inherit inherit);
CREATE TABLE t (a storage DEFAULT storage, b compression DEFAULT compression NOT NULL, c options DEFAULT options, d add DEFAULT add, e alter DEFAULT alter CHECK (f()), h drop DEFAULT drop, g generated DEFAULT generated);
CREATE TABLE t (a x DEFAULT generated NOT NULL, b y DEFAULT enforced, c z DEFAULT no, d w DEFAULT x.storage, e v DEFAULT public.add(1), f u DEFAULT public.generated.x);
CREATE TABLE t (a x DEFAULT 'x' COLLATE "C" NOT NULL, b y DEFAULT 'z'::public.w COLLATE public.c CHECK (d), c z DEFAULT (a) COLLATE "C");
CREATE TABLE t (a x DEFAULT CURRENT_TIMESTAMP(3) NOT NULL, b y DEFAULT (now() AT TIME ZONE 'utc') NOT NULL, c z DEFAULT a IS NOT DISTINCT FROM b UNIQUE, d w DEFAULT CASE WHEN a NOTNULL THEN NULL ELSE public.f() END NOT NULL);
CREATE TABLE t (a x DEFAULT NULL, b y DEFAULT NULL NOT NULL, d public.w DEFAULT USER REFERENCES public.u, e v DEFAULT -5 NULL, g h DEFAULT array[1, public.f(2)] NOT NULL);
CREATE TABLE t (a x DEFAULT row(1, 2), b y DEFAULT xmlparse(content c), c z DEFAULT a IS DOCUMENT, d w DEFAULT a IS NOT DOCUMENT NOT NULL, e v DEFAULT public.f(VARIADIC array[1]));
CREATE TABLE t (a x DEFAULT a OPERATOR(public.+) b CONSTRAINT c NOT NULL, b y DEFAULT json_object('a': public.f() RETURNING public.t) NOT NULL, c d DEFAULT interval '1' day NOT NULL);
CREATE TABLE t (a interval DEFAULT '1' NOT NULL, b interval day to second (3), c interval(5) NOT NULL, d bit varying NOT NULL, e bit(3));
CREATE TABLE t (a timestamp (3) with time zone, b time without time zone DEFAULT '1' NOT NULL, c double precision, d precision_x, e national char varying (3), f nchar varying);
CREATE TABLE t (a public.x (1), b x.y.z (1, 'a') [3] [], c "D" ARRAY [5] NOT NULL, d e ARRAY, setof_x f, g SETOF h, i float (5), j dec (3, 2), k varchar, l char, m "char", n character varying (3) COLLATE "C");
CREATE TABLE between (between between_x, bigint bigint, bit bit, boolean boolean, char char, coalesce x, int int, values y, time time, timestamp timestamp, interval interval, json json, numeric numeric);
CREATE TABLE t (a public.left, b left, c public.select, d public.table, e "table"."select", f public.setof, g authorization, h binary, i similar, j verbose, k natural);
CREATE TABLE t(a"B",c"D"."E",f"G"not null,h"I"default"J"."K"(1)check("L")references"M"("N"));
CREATE TABLE public/*a*/./*b*/t/*c*/(/*d*/a/*e*/public/*f*/./*g*/x/*h*/[/*i*/]/*j*/default/*k*/public/*l*/./*m*/f/*n*/(/*o*/)/*p*/)/*q*/;
CREATE TABLE U&"t\0061" (U&"!0062" UESCAPE '!' U&"x!0062" UESCAPE '!' DEFAULT U&"f!0061" UESCAPE '!' (1), U&"\0062" U&"y\0062"[] REFERENCES U&"p!0061" UESCAPE '!' . U&"q\0062" (a));
CREATE TABLE t (a b) TABLESPACE inherits;
CREATE TABLE t (a b) USING as_x WITH (as = as_y) TABLESPACE "as";
CREATE TABLE t (a b) USING partition TABLESPACE server;
CREATE TABLE t (a b) WITH (a = partition, b.c = 'inherits');

CREATE LOCAL TEMP TABLE IF NOT EXISTS public.t (a, "b") USING heap WITH (a = b) ON COMMIT DROP TABLESPACE x AS SELECT public.f(a) FROM public.u WITH NO DATA;
CREATE UNLOGGED TABLE t AS EXECUTE public (public.f(1), 'x'::public.t) WITH DATA;
CREATE TABLE t AS EXECUTE p;
CREATE TABLE t AS TABLE public.u;
CREATE TABLE t (a) AS (VALUES (1), (public.f()));
CREATE TABLE t WITHOUT OIDS AS WITH x AS (SELECT 1 FROM y) SELECT * FROM x, public.x WITH NO DATA;
CREATE TABLE as_x AS SELECT as_y AS as FROM "as" AS as_z;
CREATE TABLE t TABLESPACE as_x AS (SELECT 1 FROM a) UNION ALL SELECT 1 FROM b ORDER BY 1 WITH DATA;

CREATE TABLESPACE public OWNER CURRENT_USER LOCATION '/x' WITH (a = b);

CREATE TEXT SEARCH CONFIGURATION public.c (PARSER = public.p);
CREATE TEXT SEARCH CONFIGURATION c (COPY = public.d);
CREATE TEXT SEARCH DICTIONARY public.d (TEMPLATE = public.t, language = 'x', StopWords = public.y, start = z);
CREATE TEXT SEARCH PARSER public.p (START = public.s, GETTOKEN = x.g, END = "E", LEXTYPES = l, HEADLINE = public.h);
CREATE TEXT SEARCH TEMPLATE public.t (INIT = public.i, LEXIZE = l);

CREATE OR REPLACE TRANSFORM FOR public.t LANGUAGE sql (FROM SQL WITH FUNCTION public.f(internal), TO SQL WITH FUNCTION x.g(public.u));
CREATE TRANSFORM FOR double precision LANGUAGE language (TO SQL WITH FUNCTION f, FROM SQL WITH FUNCTION "G"(a b));
CREATE TRANSFORM FOR for_x LANGUAGE l (FROM SQL WITH FUNCTION from_x(from_y));

CREATE OR REPLACE TRIGGER t BEFORE INSERT OR UPDATE OF a, "b" OR DELETE OR TRUNCATE ON public.x REFERENCING OLD TABLE AS o NEW TABLE n FOR EACH STATEMENT WHEN (OLD.a IS DISTINCT FROM public.f(NEW.b) AND x.y.z) EXECUTE FUNCTION public.g(1, 'a', b, 1.5, "C", left);
CREATE CONSTRAINT TRIGGER on_x AFTER UPDATE ON "on" FROM public.y DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE PROCEDURE f();
CREATE TRIGGER t INSTEAD OF UPDATE ON db.public.x FOR ROW EXECUTE FUNCTION f(execute, when_x);
CREATE TRIGGER t AFTER INSERT ON x REFERENCING NEW ROW AS execute NEW TABLE AS n EXECUTE FUNCTION f();
CREATE TRIGGER execute AFTER UPDATE OF execute ON execute REFERENCING NEW TABLE AS execute FOR EACH ROW EXECUTE PROCEDURE execute();
CREATE TRIGGER "ON" AFTER UPDATE OF "on", on_x ON x EXECUTE FUNCTION public.left();
CREATE TRIGGER t AFTER INSERT ON x WHEN (CASE WHEN a THEN b END) EXECUTE FUNCTION public . /* a */ f /* b */ ( /* c */ );

CREATE TYPE public.t AS (a public.x COLLATE public.c, b double precision, "C" "D"[]);
CREATE TYPE t AS ();
CREATE TYPE public.t AS ENUM ('a', 'b');
CREATE TYPE t AS ENUM ();
CREATE TYPE public.t AS RANGE (SUBTYPE = public.s, SUBTYPE_OPCLASS = public.o, COLLATION = public.c, CANONICAL = x.f, SUBTYPE_DIFF = public.d, MULTIRANGE_TYPE_NAME = public.m);
CREATE TYPE public.t (INPUT = public.i, OUTPUT = x.o, RECEIVE = r, SEND = "S", TYPMOD_IN = public.ti, TYPMOD_OUT = tou, ANALYZE = a, SUBSCRIPT = public.sub, INTERNALLENGTH = VARIABLE, PASSEDBYVALUE, ALIGNMENT = double, STORAGE = extended, LIKE = public.l, CATEGORY = 'U', PREFERRED = true, DEFAULT = 'x', ELEMENT = public.e, DELIMITER = ',', COLLATABLE = false);
CREATE TYPE t (input = i, output = o, default = public.x, alignment = double precision, internallength = 5, like = double precision);
CREATE TYPE t;
CREATE TYPE db.public.t;
CREATE TYPE as_x AS (as_y as_z, enum enum, range range);
CREATE TYPE enum AS ENUM ('a');
CREATE TYPE t AS (a b, type type, attribute attribute, time time, bit bit varying(3));
CREATE TYPE t AS (a "=");
CREATE TYPE t ("input" = public.i, "output" = public.o);
CREATE TYPE range AS RANGE (subtype = double precision);
CREATE TYPE t AS RANGE ("subtype" = public.x);

CREATE USER r WITH LOGIN;
CREATE USER MAPPING IF NOT EXISTS FOR CURRENT_USER SERVER public OPTIONS (a 'b');
CREATE USER MAPPING FOR PUBLIC SERVER s;

CREATE OR REPLACE TEMP VIEW public.v (a, "b") WITH (check_option = local, security_barrier) AS SELECT public.f(a) FROM public.t WITH CASCADED CHECK OPTION;
CREATE VIEW v AS TABLE public.t WITH CHECK OPTION;
CREATE VIEW v AS VALUES (1, public.f()) WITH LOCAL CHECK OPTION;
CREATE TEMPORARY RECURSIVE VIEW public.v (a) AS VALUES (1) UNION ALL SELECT a + 1 FROM v, public.v WHERE a < 5;
CREATE OR REPLACE RECURSIVE VIEW v (a, b) WITH (x) AS SELECT * FROM v JOIN w USING (a);
CREATE VIEW recursive AS SELECT 1 FROM recursive;
CREATE VIEW as_x (as_y) AS (SELECT 1 FROM t) ;
CREATE VIEW v AS WITH x AS (SELECT * FROM v) SELECT * FROM x;
CREATE LOCAL TEMPORARY VIEW v AS SELECT 1 FROM db.public.t;
CREATE VIEW v AS SELECT a FROM t FOR UPDATE OF t;
CREATE VIEW v AS SELECT with_x FROM with_y GROUP BY a HAVING b WINDOW w AS (PARTITION BY c) ORDER BY d LIMIT 5 OFFSET 5 WITH CHECK OPTION;
