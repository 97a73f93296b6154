CREATE TYPE status AS ENUM ('new', 'done');
CREATE DOMAIN price AS numeric CHECK (VALUE >= 0);
CREATE TYPE pair AS (a int, b text);
CREATE TYPE span AS RANGE (subtype = date);
CREATE TABLE orders (id int PRIMARY KEY, status status, price price, pair pair, span span);
CREATE FUNCTION total(orders, VARIADIC int[]) RETURNS price LANGUAGE sql AS 'SELECT 1::numeric';
CREATE FUNCTION no_arguments() RETURNS SETOF pair LANGUAGE plpgsql AS $$ BEGIN RETURN; END $$;
CREATE FUNCTION outs(IN a int, OUT b int, INOUT c status) LANGUAGE sql AS 'SELECT 1, c';
CREATE PROCEDURE tidy(INOUT "In ""Out""" int) LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE rows_seen(*) (sfunc = int8inc, stype = int8, initcond = '0');
CREATE AGGREGATE add_up(int) (sfunc = int4pl, stype = int4);
CREATE AGGREGATE middle(float8 ORDER BY anyelement)
    (sfunc = ordered_set_transition, stype = internal, finalfunc = percentile_disc_final, finalfunc_extra);
CREATE FUNCTION ranked() RETURNS bigint LANGUAGE internal WINDOW AS 'window_row_number';
