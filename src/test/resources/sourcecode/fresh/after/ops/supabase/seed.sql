-- seeds for orders and users
insert into saas_platform.users (id, email) values (1, 'select from users');
INSERT INTO ecommerce.orders (id, users) VALUES
  (1, 1),
  (2, (SELECT id FROM saas_platform.users LIMIT 1));
COPY ecommerce.products (id, name) FROM stdin;
1	orders
2	select from users
\.
COPY ai_services.topics FROM '/tmp/topics.csv' WITH (FORMAT csv);
select setval('orders_id_seq', (select max(id) from ecommerce.orders));
ALTER TABLE ecommerce.orders DISABLE TRIGGER ALL;
TRUNCATE saas_platform.sessions, saas_platform.notifications RESTART IDENTITY;
CREATE OR REPLACE FUNCTION audit.f(o ecommerce.orders) RETURNS SETOF saas_platform.users LANGUAGE plpgsql AS $$
DECLARE
  r saas_platform.users%ROWTYPE;
  n ecommerce.orders.id%TYPE;
BEGIN
  FOR r IN SELECT * FROM saas_platform.users WHERE users.id = o.users LOOP
    RETURN NEXT r;
  END LOOP;
  IF EXISTS (SELECT 1 FROM saas_platform.sessions) THEN RAISE NOTICE 'deleted from sessions'; END IF;
  INSERT INTO ai_services.search_history SELECT * FROM ai_services.topics ON CONFLICT DO NOTHING;
  PERFORM ecommerce.place_order(1);
  EXECUTE 'UPDATE ecommerce.orders SET users = $1' USING 1;
END $$;
CREATE POLICY orders ON ecommerce.orders FOR SELECT USING (auth.uid() = users AND EXISTS (SELECT 1 FROM saas_platform.profiles p WHERE p.id = orders.users));
CREATE TRIGGER users AFTER INSERT ON saas_platform.users FOR EACH ROW EXECUTE FUNCTION ecommerce.place_order();
GRANT SELECT ON ecommerce.orders, saas_platform.users TO anon;
GRANT EXECUTE ON FUNCTION ecommerce.place_order(bigint) TO authenticated;
COMMENT ON TABLE ecommerce.orders IS 'select from users';
COMMENT ON COLUMN ecommerce.orders.users IS 'orders';
CREATE INDEX orders_idx ON ecommerce.orders (users);
CREATE VIEW audit.v AS SELECT o.*, users.email FROM ecommerce.orders o, saas_platform.users WHERE users.id = o.users;
SELECT 'ecommerce.orders'::regclass, to_regclass('saas_platform.users');
ALTER PUBLICATION supabase_realtime ADD TABLE ecommerce.orders, saas_platform.notifications;
MERGE INTO ecommerce.products p USING ecommerce.order_items i ON p.id = i.id WHEN MATCHED THEN DO NOTHING;
SELECT * FROM ONLY ecommerce.orders TABLESAMPLE SYSTEM (1);
SELECT users, orders FROM audit.orders users JOIN archive.users orders USING (id);
DO $do$ BEGIN DELETE FROM ai_services.topics; END $do$;
