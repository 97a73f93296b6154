ALTER SCHEMA public OWNER TO app_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
CREATE SCHEMA shop AUTHORIZATION app_owner;
COMMENT ON SCHEMA shop IS 'What customers buy';
CREATE SCHEMA crm AUTHORIZATION app_owner;
COMMENT ON SCHEMA crm IS 'Customers and
who looks after them';
CREATE SCHEMA audit AUTHORIZATION app_owner;
GRANT USAGE ON SCHEMA shop TO reporting, authenticated;
GRANT ALL ON SCHEMA crm TO service_role WITH GRANT OPTION;
SET ROLE app_owner;

CREATE TYPE shop.order_state AS ENUM ('new', 'paid, shipped', 'gone');
CREATE DOMAIN shop.amount AS numeric(10, 2) DEFAULT 0 CHECK (VALUE >= 0);
CREATE TYPE shop.address AS (street text, zip varchar(10));
CREATE TABLE audit.logins (id int PRIMARY KEY);
CREATE TABLE crm.customers (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email varchar(200) NOT NULL UNIQUE,
    since timestamptz DEFAULT '2024-02-01 12:00+02',
    login int REFERENCES audit.logins
);
COMMENT ON TABLE crm.customers IS 'Who buys';
COMMENT ON COLUMN crm.customers.email IS 'Where bills go | in small letters';
CREATE TABLE shop.orders (
    id bigserial PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES crm.customers,
    state shop.order_state NOT NULL DEFAULT 'new',
    net shop.amount NOT NULL,
    gross numeric(10, 2) GENERATED ALWAYS AS (net * 1.19) STORED,
    CONSTRAINT gross_is_more CHECK (gross >= net)
);
COMMENT ON CONSTRAINT gross_is_more ON shop.orders IS 'Tax is never negative';
ALTER TABLE shop.orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON shop.orders FOR SELECT TO authenticated USING (customer_id = current_setting('app.customer')::bigint);
COMMENT ON POLICY own ON shop.orders IS 'Customers see their own';
CREATE POLICY "not new" ON shop.orders AS RESTRICTIVE FOR UPDATE TO PUBLIC USING (state <> 'new') WITH CHECK (true);
GRANT SELECT, INSERT ON shop.orders TO authenticated;
GRANT SELECT (id, net), UPDATE (net) ON shop.orders TO reporting;
GRANT USAGE ON SEQUENCE shop.orders_id_seq TO authenticated;
CREATE TABLE shop.payments (order_id bigint REFERENCES shop.orders, paid date NOT NULL) PARTITION BY RANGE (paid);
CREATE TABLE shop.payments_2024 PARTITION OF shop.payments FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE shop.payments_2025 PARTITION OF shop.payments FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
GRANT SELECT ON shop.payments_2025 TO reporting WITH GRANT OPTION;
CREATE INDEX orders_of_customers ON shop.orders (customer_id, id DESC) WHERE state <> 'gone';
COMMENT ON INDEX shop.orders_of_customers IS 'For the list of a customer';
CREATE UNIQUE INDEX payments_paid ON shop.payments (paid);
CREATE FUNCTION shop.stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
REVOKE EXECUTE ON FUNCTION shop.stamp FROM PUBLIC;
CREATE TRIGGER stamp BEFORE UPDATE OF net ON shop.orders FOR EACH ROW WHEN (OLD.id <> NEW.id) EXECUTE FUNCTION shop.stamp('net', 'gross');
COMMENT ON TRIGGER stamp ON shop.orders IS 'Who changed it | and when';
CREATE CONSTRAINT TRIGGER later AFTER INSERT ON shop.orders DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION shop.stamp();
ALTER TABLE shop.orders DISABLE TRIGGER later;
CREATE TRIGGER paid AFTER INSERT ON shop.payments FOR EACH ROW EXECUTE FUNCTION shop.stamp();
CREATE VIEW shop.totals AS SELECT c.email, sum(o.net) AS net FROM shop.orders AS o JOIN crm.customers AS c ON c.id = o.customer_id GROUP BY 1;
COMMENT ON COLUMN shop.totals.net IS 'Without tax';
CREATE MATERIALIZED VIEW crm.newest AS SELECT max(id) AS id FROM crm.customers;
CREATE UNIQUE INDEX newest_id ON crm.newest (id);
CREATE VIEW audit.spent AS SELECT customer_id, sum(net) AS net FROM shop.orders GROUP BY customer_id;
CREATE SEQUENCE shop.invoice_numbers;
COMMENT ON SEQUENCE shop.invoice_numbers IS 'Without holes';
CREATE FUNCTION shop.place_order(customer bigint, net shop.amount DEFAULT 1, OUT id bigint) LANGUAGE sql SECURITY DEFINER
    AS 'SELECT 1::bigint';
COMMENT ON FUNCTION shop.place_order IS 'What the till calls';
REVOKE EXECUTE ON FUNCTION shop.place_order FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shop.place_order TO authenticated;
CREATE PROCEDURE shop.close_day() LANGUAGE sql AS 'SELECT 1';
ALTER DEFAULT PRIVILEGES IN SCHEMA shop GRANT SELECT ON TABLES TO reporting;
CREATE TABLE public.notes (id int, parent int, text text);
CREATE VIEW public.orders AS SELECT * FROM shop.orders;
COMMENT ON VIEW public.orders IS 'Compatibility view of schema-maven-plugin: it stands for shop.orders, which had its name. schema:contract drops it.';
CREATE VIEW public.order_numbers AS SELECT id, nextval('shop.invoice_numbers') AS next FROM public.orders;
ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO service_role;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reporting WITH GRANT OPTION;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON ROUTINES FROM PUBLIC;
RESET ROLE;
CREATE EXTENSION IF NOT EXISTS pgcrypto SCHEMA shop;
