-- CREATE ACCESS METHOD to CREATE LANGUAGE, each clause of the manual's synopses.

CREATE ACCESS METHOD public TYPE INDEX HANDLER public.h;
CREATE ACCESS METHOD handler TYPE TABLE HANDLER handler;

CREATE OR REPLACE AGGREGATE public.a(IN x public.t, VARIADIC y public.u[]) (SFUNC = public.f, STYPE = public.s, SSPACE = 5, FINALFUNC = x.g, FINALFUNC_EXTRA, FINALFUNC_MODIFY = READ_WRITE, COMBINEFUNC = c, SERIALFUNC = public.se, DESERIALFUNC = d, INITCOND = '0', MSFUNC = public.ms, MINVFUNC = mi, MSTYPE = x.mst, MSSPACE = 5, MFINALFUNC = mf, MFINALFUNC_EXTRA, MFINALFUNC_MODIFY = SHAREABLE, MINITCOND = 'x', SORTOP = OPERATOR(public.<), PARALLEL = SAFE);
CREATE AGGREGATE a(*) (sfunc = f, stype = int8, sortop = >, hypothetical);
CREATE AGGREGATE a(x public.t ORDER BY VARIADIC y "any") (SFUNC = f, STYPE = double precision, HYPOTHETICAL);
CREATE AGGREGATE a(ORDER BY public.t) (SFUNC = "F", STYPE = "S"[], INITCOND = '{}');
CREATE AGGREGATE public.a (BASETYPE = public.t, SFUNC = x.f, STYPE = y.s, FINALFUNC = g);
CREATE AGGREGATE a (BASETYPE = 'ANY', SFUNC = f, STYPE = s);
CREATE AGGREGATE a (SFUNC = f, BASETYPE = "any", STYPE = s);
CREATE AGGREGATE a (SFUNC1 = public.f, BASETYPE = int4, STYPE1 = public.s, INITCOND1 = '0');
CREATE AGGREGATE left(left public.left) (sfunc = left, stype = left);
CREATE AGGREGATE a(public.t) ("sfunc" = public.f, "stype" = public.s);
CREATE AGGREGATE a(sfunc = public.f, stype = SETOF public.s);

CREATE CAST (public.a AS x.b) WITH FUNCTION public.f(public.a, integer, boolean) AS ASSIGNMENT;
CREATE CAST (double precision AS "B") WITHOUT FUNCTION AS IMPLICIT;
CREATE CAST (a[] AS timestamp(3) with time zone) WITH INOUT;
CREATE CAST (a AS interval year to month) WITH FUNCTION f;
CREATE CAST (as_x AS b) WITH FUNCTION function(function function);

CREATE COLLATION IF NOT EXISTS public.c (LOCALE = 'x', LC_COLLATE = 'C', LC_CTYPE = 'C', PROVIDER = icu, DETERMINISTIC = false, RULES = '&a < g', VERSION = '1');
CREATE COLLATION c FROM public.d;
CREATE COLLATION IF NOT EXISTS c FROM "C";

CREATE DEFAULT CONVERSION public.c FOR 'UTF8' TO 'LATIN1' FROM public.f;
CREATE CONVERSION c FOR 'UTF8' TO 'LATIN1' FROM f;
CREATE CONVERSION from_x FOR 'UTF8' TO 'LATIN1' FROM "F";

CREATE DATABASE public WITH OWNER = a TEMPLATE = public ENCODING 'UTF8' STRATEGY = wal_log LOCALE 'C' LC_COLLATE DEFAULT TABLESPACE = t ALLOW_CONNECTIONS true CONNECTION LIMIT 5 IS_TEMPLATE false OID = 5;

CREATE DOMAIN public.d AS public.t(5)[] COLLATE public.c DEFAULT public.f(x) CONSTRAINT n NOT NULL CONSTRAINT c CHECK (VALUE > public.g() AND VALUE IN (SELECT a FROM public.u)) CHECK (VALUE::public.v);
CREATE DOMAIN d integer NULL;
CREATE DOMAIN "D" double precision DEFAULT 5::public.t NOT NULL;
CREATE DOMAIN "as" AS "as";
CREATE DOMAIN db.public.d character varying(5) CHECK ((VALUE));
CREATE DOMAIN d as_x DEFAULT value CHECK (f());
CREATE DOMAIN d AS time with time zone;
CREATE DOMAIN d AS a.b.c CONSTRAINT x CHECK (a) DEFAULT -1;

CREATE EVENT TRIGGER t ON ddl_command_start EXECUTE FUNCTION public.f();
CREATE EVENT TRIGGER public ON sql_drop WHEN TAG IN ('DROP TABLE', 'x') AND tag IN ('y') EXECUTE PROCEDURE f();
CREATE EVENT TRIGGER execute ON login EXECUTE FUNCTION execute();
CREATE EVENT TRIGGER t ON execute WHEN execute IN ('x') EXECUTE FUNCTION "F"();

CREATE EXTENSION IF NOT EXISTS public WITH SCHEMA public VERSION '1' CASCADE;
CREATE EXTENSION a VERSION b SCHEMA c;

CREATE FOREIGN DATA WRAPPER public HANDLER public.h VALIDATOR x.v OPTIONS (a 'b', handler 'c');
CREATE FOREIGN DATA WRAPPER handler VALIDATOR validator HANDLER handler;
CREATE FOREIGN DATA WRAPPER w NO HANDLER NO VALIDATOR;
CREATE FOREIGN DATA WRAPPER w OPTIONS (from 'x');

CREATE FOREIGN TABLE IF NOT EXISTS public.t (a public.x OPTIONS (n 'v', public 'x') COLLATE public.c CONSTRAINT k NOT NULL DEFAULT public.f() GENERATED ALWAYS AS (x.g(a)) STORED, b y NULL CHECK (b) NO INHERIT, CONSTRAINT c CHECK (public.h(a)) NO INHERIT, NOT NULL b, LIKE public.l INCLUDING ALL) INHERITS (public.p, x.q) SERVER public OPTIONS (a 'b');
CREATE FOREIGN TABLE t () SERVER server;
CREATE FOREIGN TABLE t PARTITION OF public.p (a WITH OPTIONS NOT NULL DEFAULT f(), b CHECK (x), CHECK (y)) FOR VALUES FROM (public.f(1)) TO (MAXVALUE) SERVER s OPTIONS (x 'y');
CREATE FOREIGN TABLE t PARTITION OF p DEFAULT SERVER s;
CREATE FOREIGN TABLE t PARTITION OF p FOR VALUES IN ('a', 'b') SERVER "as";
CREATE FOREIGN TABLE t PARTITION OF p FOR VALUES IN ('a', 'b') SERVER inherits OPTIONS (as 'x');

CREATE OR REPLACE FUNCTION public.f(IN a public.t DEFAULT public.g(1, 2), OUT b x.u, INOUT c double precision = 5, VARIADIC d public.v[] DEFAULT ARRAY[]::public.v[]) RETURNS SETOF public.w LANGUAGE plpgsql TRANSFORM FOR TYPE public.x, FOR TYPE y WINDOW IMMUTABLE NOT LEAKPROOF CALLED ON NULL INPUT SECURITY DEFINER PARALLEL SAFE COST 5 ROWS 5 SUPPORT public.s SET search_path TO public, x SET a.b = 5 SET c FROM CURRENT AS 'BEGIN END';
CREATE FUNCTION f(public.t, setof public.u, x setof v, IN public.w, a IN public.x, IN b public.y) RETURNS TABLE (a public.z, b double precision, "c" "D") AS 'file', 'name' LANGUAGE c;
CREATE FUNCTION f() RETURNS public.t.c%TYPE RETURNS NULL ON NULL INPUT LANGUAGE 'sql' AS $$ SELECT 1 $$;
CREATE FUNCTION f(a public.t.c%TYPE, t.c%TYPE, x SETOF t.c % TYPE) RETURNS SETOF public.t.c%TYPE STRICT LANGUAGE sql RETURN public.g(a)::public.t;
CREATE FUNCTION f() RETURNS trigger LANGUAGE sql EXTERNAL SECURITY INVOKER STABLE LEAKPROOF BEGIN ATOMIC SELECT public.f(a) FROM public.t; INSERT INTO x.u VALUES (1); END;
CREATE FUNCTION f() RETURNS int BEGIN ATOMIC ; ; SELECT 1; RETURN (SELECT a FROM public.t); END;
CREATE FUNCTION f() BEGIN ATOMIC END;
CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END FROM public.t; WITH x AS (DELETE FROM y RETURNING *) SELECT * FROM x; MERGE INTO m USING n ON a WHEN MATCHED THEN DO NOTHING; END;
CREATE FUNCTION left(left left) RETURNS left LANGUAGE left AS 'SELECT 1';
CREATE FUNCTION f(returns public.returns, returns) RETURNS returns LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f(in "in", "out" out_x, out "out" public.t, inout "inout" public.u) RETURNS record AS 'SELECT 1' LANGUAGE sql;
CREATE FUNCTION f(a int DEFAULT NULL, b text = 'x', c public.t = public.d('y') || 'z') RETURNS void AS 'SELECT 1' LANGUAGE sql;
CREATE FUNCTION f(double double precision, "precision" double precision, "interval" interval day, interval) RETURNS interval(3) AS 'SELECT 1' LANGUAGE sql;
CREATE FUNCTION f(double public.x, "national" national character varying, "bit" bit varying(5), zone time(3) without time zone) RETURNS bit AS 'SELECT 1' LANGUAGE sql;
CREATE FUNCTION f(a timestamp, b char, c character(5), d nchar, e json, f real, xml xml) RETURNS json AS 'SELECT 1' LANGUAGE sql;
CREATE FUNCTION f(a type, type type, as_x as_x, language language) RETURNS language LANGUAGE language IMMUTABLE AS 'SELECT 1';
CREATE FUNCTION f() RETURNS type TRANSFORM FOR TYPE type SUPPORT support SET support TO support, type COST 5 SET type = 'x' LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f() RETURNS int SET search_path TO support, type, as_x, return, begin SUPPORT x.s LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f() RETURNS int SET x TO public, 'y', 5, on, true SUPPORT x.s LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f() RETURNS int SET support.type = returns LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f() RETURNS int SET TIME ZONE INTERVAL '1' HOUR TO MINUTE SET TRANSACTION SNAPSHOT 'x' LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f() RETURNS int SET XML OPTION DOCUMENT SET ROLE support SET SESSION AUTHORIZATION DEFAULT SET NAMES 'x' SET SCHEMA 'y' SUPPORT z LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN returns + x.returns(1) ;
CREATE FUNCTION f() RETURNS int PARALLEL support LANGUAGE support SUPPORT support AS $x$SELECT support$x$;
CREATE FUNCTION public.f /* x */ ( /* y */ ) -- z
  RETURNS /* a */ public . t /* b */ [ ] /* c */ [ 5 ] AS /* d */ 'SELECT 1' /* e */ LANGUAGE sql;
CREATE FUNCTION db.public.f(db.public.t) RETURNS db.public.u ARRAY LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f(a public.t ARRAY[5], b u ARRAY, c int ARRAY[3] DEFAULT '{}') RETURNS public.t ARRAY[5] LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f("a b" "c d", "e""f" "g"."h""i") RETURNS "j k" LANGUAGE "plpgsql" AS 'BEGIN END';
CREATE FUNCTION f(U&"\0061" U&"d!0061t" UESCAPE '!') RETURNS int LANGUAGE sql AS 'SELECT 1';

CREATE GROUP g WITH SUPERUSER ADMIN a, b SYSID 5 USER c IN ROLE d;

CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "I" ON ONLY public.t USING gin (a COLLATE public.c public.ops (siglen = 5, x.y = z) DESC NULLS FIRST, public.f(b, (c)), (d || x.g(e)) ASC) INCLUDE (j, k) NULLS NOT DISTINCT WITH (fillfactor = 5, public) TABLESPACE public WHERE public.l(m) AND n::public.o;
CREATE INDEX ON public.t (a);
CREATE INDEX ON ONLY t (lower(a) text_pattern_ops, f(b) COLLATE "C" x.ops NULLS LAST);
CREATE INDEX CONCURRENTLY ON t (a) NULLS DISTINCT;
CREATE INDEX i ON db.public.t ((a IS NOT NULL)) WHERE a IS NULL;
CREATE INDEX if ON t (a);
CREATE INDEX i ON t ("concurrently", tablespace) TABLESPACE tablespace WHERE where_x;
CREATE INDEX i ON t (coalesce(a, public.f(b)), greatest(a, 1), nullif(a, b), cast(a AS public.x), (a::y));
CREATE INDEX i ON t (left(a, 1), right(b), current_date, substring(a FROM 1 FOR 2), trim(both from b), extract(year from c));
CREATE INDEX i ON t (include) INCLUDE (include);
CREATE INDEX i ON "using" USING "using" (using_x);
CREATE INDEX i ON t (a public.collation, b collate "x" public.y, nulls NULLS FIRST, c desc);
CREATE INDEX i ON t (a ops (b = c), (b) x.ops (d), public.f(e) ops);
CREATE INDEX i ON t (xmlparse(document a), json_value(b, '$.c' RETURNING public.d));

CREATE OR REPLACE TRUSTED PROCEDURAL LANGUAGE public HANDLER public.h INLINE x.i VALIDATOR y.v;
CREATE LANGUAGE handler HANDLER handler;
CREATE LANGUAGE l HANDLER h NO VALIDATOR;
CREATE LANGUAGE l;
CREATE TRUSTED LANGUAGE inline HANDLER inline INLINE inline VALIDATOR validator;
