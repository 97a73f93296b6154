-- A small shop with what a report has to show: names of every sort, keys of several columns, equal constraint names.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
CREATE SCHEMA auth;
CREATE TABLE auth.users (id bigint PRIMARY KEY);
CREATE TABLE "Kunden & Co" (land text, nummer int, "auth user" bigint CONSTRAINT owner REFERENCES auth.users, PRIMARY KEY (land, nummer));
CREATE TABLE orders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number int NOT NULL,
    country text NOT NULL,
    CONSTRAINT customer FOREIGN KEY (country, number) REFERENCES "Kunden & Co" (land, nummer)
);
CREATE TABLE invoices (id bigint PRIMARY KEY, country text, number int, order_id bigint CONSTRAINT customer REFERENCES orders) PARTITION BY RANGE (id);
CREATE TABLE invoices_1 PARTITION OF invoices FOR VALUES FROM (0) TO (1000);
CREATE TABLE "select" (id int);
CREATE TABLE schema_migrations (version text);
CREATE VIEW open_orders AS SELECT id, number FROM orders;
INSERT INTO "Kunden & Co" VALUES ('de', 1, NULL), ('it', 2, NULL);
INSERT INTO orders (number, country) VALUES (1, 'de');
INSERT INTO invoices VALUES (1, 'de', 1, 1);
INSERT INTO "select" VALUES (1);
INSERT INTO schema_migrations VALUES ('20260101');
ANALYZE;
