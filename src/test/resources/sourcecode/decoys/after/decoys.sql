-- SELECT * FROM orders JOIN users
/* DELETE FROM users /* FROM topics */ */
WITH orders AS (SELECT 1 AS id), users AS (SELECT * FROM orders) SELECT * FROM users, orders;
WITH RECURSIVE topics(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM topics) SELECT * FROM topics;
SELECT orders.id, users.name FROM kept AS orders, kept users WHERE orders.id = users.id;
SELECT users, topics AS orders FROM kept ORDER BY orders;
SELECT 'SELECT * FROM orders', E'FROM \'users\'', $$FROM topics$$, $x$JOIN users$x$ FROM kept;
SELECT EXTRACT(epoch FROM orders), trim(FROM users), overlay(a PLACING b FROM topics) FROM kept;
SELECT * FROM archive.orders, auth.users, ecommerce.orders;
INSERT INTO kept (orders, users) VALUES ('orders', 'users');
UPDATE kept SET orders = users.id FROM (SELECT 1 AS id) users WHERE topics = 1;
SELECT a IS DISTINCT FROM users FROM kept;
CREATE TABLE orders_archive (users int, orders int, PRIMARY KEY (users));
ALTER TABLE kept ADD COLUMN users int, RENAME COLUMN orders TO topics;
COMMENT ON COLUMN kept.users IS 'users of orders';
CREATE ROLE users;
GRANT SELECT ON kept TO users;
SET ROLE users;
SELECT "Orders".* FROM "Orders" JOIN "USERS" ON true;
SELECT * FROM json_to_recordset('[]') AS users(orders int);
SELECT * FROM generate_series(1, 2) orders;
SELECT orders.* FROM LATERAL (SELECT 1) orders;
