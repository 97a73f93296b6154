CREATE TABLE orders (id int PRIMARY KEY, status text);
CREATE TABLE other (id int PRIMARY KEY);
CREATE VIEW open_orders AS SELECT id FROM orders WHERE status = 'open';
CREATE VIEW open_count AS SELECT count(*) FROM open_orders;
CREATE MATERIALIZED VIEW totals AS SELECT status, count(*) FROM orders GROUP BY status;
CREATE UNIQUE INDEX ON totals (status);
CREATE VIEW both_sides AS SELECT orders.id FROM orders JOIN other USING (id);
