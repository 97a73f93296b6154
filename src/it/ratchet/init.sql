CREATE TABLE customers (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text NOT NULL UNIQUE);
CREATE TABLE orders (id bigserial PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customers);
-- It had a foreign key to customers, which the baseline still has.
CREATE TABLE invoices (id bigserial PRIMARY KEY, order_id bigint REFERENCES orders, customer_id bigint);
-- This one is new, and the baseline does not have it.
CREATE TABLE refunds (id bigserial PRIMARY KEY, order_id bigint REFERENCES orders);
