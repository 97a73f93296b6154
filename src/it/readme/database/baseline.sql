-- In which what the README's baseline has refers from schema to schema, and nothing else.
CREATE TABLE customers (id int PRIMARY KEY);
CREATE TABLE orders (id int PRIMARY KEY, customer_id int REFERENCES customers);
CREATE TABLE invoices (id int PRIMARY KEY, net numeric);
CREATE VIEW order_totals AS SELECT o.id, i.net FROM orders AS o JOIN invoices AS i ON i.id = o.id;
CREATE FUNCTION place_order(int) RETURNS void LANGUAGE sql AS 'INSERT INTO public.invoices VALUES ($1, 0)';
