CREATE TABLE orders (id int PRIMARY KEY, note text);
CREATE TABLE "Order Items" (id int, of_order int);
CREATE TABLE stays (id int);
CREATE FUNCTION items(o orders) RETURNS bigint LANGUAGE sql STABLE AS
    'SELECT count(*) FROM public."Order Items" AS i WHERE i.of_order = o.id';
CREATE FUNCTION "Do It"(note text DEFAULT '$body$', way text DEFAULT E'\\') RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER COST 7
    SET search_path = public AS $$
DECLARE n bigint; -- $body$ 😀 ${x} :x :'x' */
BEGIN
  SELECT count(*) INTO n FROM orders AS o, stays WHERE o.note <> "Do It".note AND o.note <> E'\\q
\q $body $bodyx';
  RETURN n; END$$;
CREATE PROCEDURE "of\Windows"() LANGUAGE sql AS E'DELETE FROM orders\r\nWHERE note = \'\\\\\';\r\n';
CREATE FUNCTION goes(o orders) RETURNS int LANGUAGE sql AS 'SELECT min(id) FROM orders';
CREATE FUNCTION names_nothing() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM stays -- orders';
