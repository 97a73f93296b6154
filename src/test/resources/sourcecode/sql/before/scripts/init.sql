CREATE TABLE orders (id int);
CREATE INDEX ON orders (id);
INSERT INTO orders VALUES (1);
INSERT INTO products VALUES (1);
