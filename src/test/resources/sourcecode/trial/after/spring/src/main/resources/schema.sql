CREATE TABLE IF NOT EXISTS orders (id bigint primary key, user_id bigint REFERENCES saas_platform.users (id));
CREATE INDEX orders_user_idx ON orders (user_id);
CREATE TRIGGER t BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch('orders');
COMMENT ON TABLE orders IS 'orders of users';
ALTER TABLE ONLY saas_platform.users ADD CONSTRAINT users_pkey PRIMARY KEY (id);
CREATE OR REPLACE FUNCTION f() RETURNS SETOF orders AS $$ DECLARE r orders%ROWTYPE; BEGIN RETURN QUERY SELECT * FROM orders; PERFORM 1 FROM saas_platform.users; END $$ LANGUAGE plpgsql;
GRANT SELECT ON orders, saas_platform.users TO app;
CREATE VIEW v AS SELECT o.* FROM orders o WHERE EXISTS (SELECT FROM saas_platform.users WHERE id = o.user_id);
