CREATE TABLE orders (id int PRIMARY KEY, note text);
CREATE TABLE "Order Items" (id int, of_order int);
CREATE TABLE events (id int);
CREATE TABLE stays (id int);
CREATE FUNCTION items(o orders) RETURNS SETOF bigint LANGUAGE sql STABLE AS
    'SELECT count(*) FROM "Order Items" AS i WHERE i.of_order = o.id';
CREATE FUNCTION "Do It"(note text DEFAULT '$body$') RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
    SET work_mem = '4MB' SET search_path = pg_catalog, public, pg_temp SET statement_timeout = '1min' AS $$
DECLARE n bigint;
BEGIN
  SELECT count(*) INTO n FROM events, orders AS o, stays WHERE o.note <> "Do It".note;
  RETURN n; END$$;
CREATE PROCEDURE "of\Windows"() LANGUAGE sql AS E'DELETE FROM orders\r\nWHERE note = \'\\\\\';\r\n';
CREATE FUNCTION goes(o orders) RETURNS int LANGUAGE sql AS 'SELECT min(id) FROM orders';
CREATE FUNCTION with_schema() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.orders';
CREATE FUNCTION names_nothing() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM stays -- orders';
