-- What seldom is written, and is read all the same: found by changing the other scripts at random.

SELECT db.public.c.*, public.c.*, by.f(x), public.xmlelement(a)::public.y, x.xmlpi(b, c)::z FROM values, (values JOIN values AS v ON true), current_schema, x.current_schema;
SELECT treat(a AS public.t), treat(b AS double precision), treat(c AS interval day to second(3)) FROM t;
SELECT time with time zone '1', time(3) without time zone '1', timestamp(2) '1', timestamp without time zone '2', time, timestamp, time.x FROM t WHERE time with time zone 'x' < timestamp GROUP BY time;
SELECT 1 FROM a JOIN b ON time(3) with time zone '1' JOIN c ON timestamp without time zone '2' > time JOIN (x.d y(recursive) CROSS JOIN e) USING (time);
CREATE TABLE t (time time, EXCLUDE USING gist (time WITH =, timestamp WITH public.=), NOT NULL storage, LIKE public.l INCLUDING STORAGE, CONSTRAINT c NOT NULL compression, a b);
CREATE TABLE t (a int4range(b <@ int4range(0, 1)), c y(public.f(d)), e z DEFAULT 1);
CREATE AGGREGATE a (basetype = int4, sfunc1 = public.f, stype1 = public.s, initcond1 = '0');
CREATE AGGREGATE a(x) (sfunc = double precision, stype = int8);
CREATE AGGREGATE a(x) (sfunc = timestamp, stype = int8, finalfunc = SETOF public.f);
CREATE TYPE t AS RANGE (collation = public.c, subtype = public.s);
CREATE SEQUENCE s OWNED BY none.c;
COMMENT ON COLUMN c IS 'x';
ALTER SEQUENCE public.t ADD COLUMN a public.x CHECK (public.f(a));
ALTER TYPE t ADD ATTRIBUTE type type, ALTER ATTRIBUTE security SET DATA TYPE data, DROP ATTRIBUTE IF EXISTS add, DROP ATTRIBUTE attribute;
ALTER PUBLICATION p SET (publish = next, table, publish_generated_columns = stored);
ALTER OPERATOR <=(a, b) SET (restrict = OPERATOR(x.>), join = x.j);
SELECT by(a), by 'b', by FROM set SET, public.t ORDER BY (by) + by(c);
UPDATE set SET a = b FROM set SET, public.t WHERE c;
UPDATE set AS set SET a = b;
CREATE TABLE t (UNIQUE (a) USING INDEX TABLESPACE set, a b PRIMARY KEY USING INDEX TABLESPACE "default" DEFAULT public.f(), EXCLUDE (c WITH =) USING INDEX TABLESPACE set WHERE (public.g(a)));
ALTER TABLE t ADD UNIQUE USING INDEX tablespace, ADD PRIMARY KEY USING INDEX set DEFERRABLE, ADD a b;
CREATE POLICY p ON t USING (a = operator.f(b));
CREATE OPERATOR + (LEFTARG = OPERATOR(s.+), RIGHTARG = OPERATOR(s.+), FUNCTION = s.f);
CREATE AGGREGATE s.a (int) (SFUNC = OPERATOR(s.+), STYPE = OPERATOR(s.+));
