CREATE ROLE authenticator LOGIN NOINHERIT;
ALTER ROLE authenticator SET pgrst.db_schemas = 'public,graphql_public';
CREATE TABLE customers (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text NOT NULL UNIQUE);
CREATE TABLE orders (id bigserial PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customers);
CREATE TABLE invoices (id bigserial PRIMARY KEY, order_id bigint REFERENCES orders, total numeric NOT NULL);
INSERT INTO customers (email) VALUES ('a@example.com');
INSERT INTO orders (customer_id) VALUES (1);
INSERT INTO invoices (order_id, total) VALUES (1, 9.50);
